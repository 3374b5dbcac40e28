import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { DateTime } from 'luxon';
import { owe } from '../../../src/delivery/owe/owe.ts';
import { decisions } from '../../../src/features/privacy/decisions.ts';
import { giveKey } from '../../../src/model/people/person-keys.ts';
import { decode } from '../../../src/ports/documents.ts';
import { type Erasure, erasureId, erasureRecord } from '../../../src/records/erasure.ts';
import { dossierKey } from '../../../src/records/evidence.ts';
import { upnKeyId } from '../../../src/records/key.ts';
import { personRecord } from '../../../src/records/person.ts';
import { storedTypes } from '../../../src/records/stored-types.ts';
import { assertGoodCard } from '../../support/check-card.ts';
import { cutOff } from '../../support/cut-off.ts';
import { keptFile, sha256Of } from '../../support/memory-files.ts';
import { actionsOf, everyoneBut, type Office, person, scope } from '../../support/office.ts';
import { readWorkbook } from '../../support/read-workbook.ts';
import { codeOf, wayBack } from '../../support/refusal.ts';
import { instant, seedDossier } from '../../support/seed-round.ts';
import { aad, ask, change, commit, email, everything, leaver, me, name, now, old, secret } from './a-leaver.ts';

const bytesOf = (office: Office, round: string, words: string) =>
  keptFile(office.machine.files, dossierKey(round, me), sha256Of(new TextEncoder().encode(words)));
async function rowOf(office: Office) {
  const stored = await office.store.get(scope.unit, me);
  assert.ok(stored);
  return decode(personRecord, stored).data;
}
async function erasureOf(office: Office): Promise<Erasure | undefined> {
  const stored = await office.store.get(scope.unit, erasureId(me));
  return stored && decode(erasureRecord, stored).data;
}
async function erased(office: Office): Promise<void> {
  await ask(office);
  await office.runDue();
}
const acts = async (office: Office) =>
  (await office.dump('audit')).map(({ data }) => data as { command: string; facts: Record<string, string> });
/** What is stored but the log and what tells when something was done anew: ids of events and refreshes are drawn. */
async function outcome(office: Office): Promise<object> {
  const all = await everything(office);
  return Object.fromEntries([...all].filter(([type]) => !['audit', 'refresh'].includes(type)));
}

describe('decisions on what is erased', () => {
  it('are made for every type of record', () =>
    assert.deepEqual(Object.keys(decisions).sort(), [...storedTypes].sort()));

  it('stand on the page about personal data, each where it was made', () => {
    const page = readFileSync(new URL('../../../docs/personal-data.md', import.meta.url), 'utf8');
    for (const decision of new Set(Object.values(decisions))) {
      const row = page.split('\n').find((line) => line.startsWith(`| \`${decision}\` |`)) ?? '';
      const named = [...(row.split('|')[2] ?? '').matchAll(/`(\w+)`/g)].map(([, type]) => type);
      assert.deepEqual(
        named.sort(),
        storedTypes.filter((type) => decisions[type] === decision),
        decision,
      );
    }
  });

  it('are carried out for every type of which something is erased, and the test has one of each', async () => {
    const office = await leaver({ withPaper: false });
    const before = await everything(office);
    await erased(office);
    const after = await everything(office);
    const concerned = storedTypes.filter((type) => ['erased', 'unlessPaper'].includes(decisions[type]));
    const kept = new Set(['person', 'delivery']);
    for (const type of concerned) {
      const had = (before.get(type) ?? []).filter((doc) => doc.includes(me));
      assert.ok(had.length > 0, `the leaver has no ${type}`);
      const has = (after.get(type) ?? []).filter((doc) => doc.includes(me));
      assert.equal(has.length > 0, kept.has(type), type);
    }
  });
});

describe('erasing somebody’s data', () => {
  it('leaves nothing of them but what a dossier that is kept says', async () => {
    const office = await leaver();
    await erased(office);
    const all = [...(await everything(office))];
    for (const hidden of [secret, email, aad, '29:an', 'a:an'])
      assert.deepEqual(
        all.filter(([type, docs]) => type !== 'person' && docs.some((doc) => doc.includes(hidden))).map(([t]) => t),
        [],
        hidden,
      );
    const { fullName, title, email: mail, aadObjectId, startDate, gender, status, quietRounds } = await rowOf(office);
    assert.deepEqual(
      { fullName, title, mail, aadObjectId, startDate, gender, status, quietRounds },
      {
        ...{ fullName: name, title: `${secret} chức vụ`, mail: '', aadObjectId: '', startDate: null },
        ...{ gender: 'unstated', status: 'left', quietRounds: [] },
      },
    );
    assert.equal(await bytesOf(office, now, `${secret} tệp`), undefined);
    assert.ok(await bytesOf(office, old, 'Tệp đã gửi'));
    const { text } = await office.as('office').click('dossier.read', { round: old, candidate: me });
    assert.match(text, new RegExp(name));
    assert.match(text, /Lời đã gửi/);
  });

  it('takes the name too when no paper that is kept has it', async () => {
    const office = await leaver({ withPaper: false });
    await erased(office);
    const row = await rowOf(office);
    assert.deepEqual([row.fullName, row.title], ['Người đã được xóa dữ liệu', '']);
    const all = [...(await everything(office))].filter(([type]) => type !== 'namesakes');
    const left = all.flatMap(([type, docs]) => docs.filter((doc) => doc.includes(name)).map((doc) => [type, doc]));
    assert.deepEqual(
      left.map(([type, doc]) => [type, JSON.parse(doc ?? '').id]),
      [['person', person('an2')]],
    );
    assert.deepEqual(await office.dump('namesakes'), []);
    const { text } = await ask(office);
    assert.match(text, /họ tên và chức vụ cũng đã xóa/);
    assert.match(
      (await office.as('office').say(`dữ liệu cá nhân ${name}`)).text,
      new RegExp(`${name}[\\s\\S]*Thông tin`),
    );
  });

  it('leaves the name of whoever gave an opinion, sat on the council or signed, and nothing else', async () => {
    const office = await leaver({ withPaper: false });
    await seedDossier(office, 'an2', {
      state: 'opined',
      nomination: { opinion: { by: me, at: instant('2026-11-12T10:00:00'), kind: 'agree', reason: '' } },
    });
    await erased(office);
    const row = await rowOf(office);
    assert.deepEqual([row.fullName, row.email], [name, '']);
    const { text } = await ask(office);
    assert.match(text, /được giữ vì có hồ sơ, giấy tờ được giữ ghi tên/);
    const { text: read } = await office.as('office').click('dossier.show', { candidate: person('an2') });
    assert.match(read, new RegExp(name));
  });

  it('keeps what messages were sent and whether they arrived, empty, and sends nothing that waited', async () => {
    const office = await leaver();
    const before = (await office.owed()).filter(({ data }) => data.to === me);
    await erased(office);
    const after = (await office.owed()).filter(({ data }) => data.to === me);
    assert.deepEqual(
      after.map(({ id }) => id),
      before.map(({ id }) => id),
    );
    for (const { data } of after) {
      assert.deepEqual(data.show.params, {});
      assert.ok(!['pending', 'sending'].includes(data.state), data.state);
    }
  });

  it('lets nobody in by their account, and leaves an e-mail to whoever has it now', async () => {
    const office = await leaver();
    const key = upnKeyId(scope.tenant, email);
    const stored = await office.store.get(scope.unit, key);
    assert.ok(stored);
    await commit(office, { op: 'delete', id: key, etag: stored.etag });
    await commit(office, giveKey(scope, { column: 'email', id: key }, person('an2')));
    await erased(office);
    assert.deepEqual(
      (await office.dump('upnKey')).map(({ data }) => (data as { personId: string }).personId),
      [person('an2')],
    );
    assert.deepEqual(
      (await office.dump('key')).filter(({ data }) => (data as { personId: string }).personId === me),
      [],
    );
  });

  it('is told by ids, step by step', async () => {
    const office = await leaver();
    await erased(office);
    const events = (await acts(office)).filter(({ command }) => command.startsWith('privacy.'));
    assert.equal(events[0]?.command, 'privacy.erase');
    assert.deepEqual(
      events.slice(1).map(({ facts }) => facts.part),
      ['messages', 'cards', 'dossiers', 'said', 'person'],
    );
    assert.doesNotMatch(JSON.stringify(events), new RegExp(`${secret}|${name}|example`));
    const told = events.slice(1).reduce((sum, { facts }) => sum + Number(facts.n), 0);
    assert.equal((await erasureOf(office))?.erased, told);
  });

  it('is done a step at a time however much there is, each within a transaction', async () => {
    const office = await leaver();
    for (let n = 0; n < 150; n++) {
      const show = { page: 'evidence.sort', params: { files: `${secret} ${n}` } };
      await commit(office, owe(scope, office.now, { to: me, kind: 'note', subject: `y${n}`, rev: 1, show }));
    }
    let most = 0;
    const { commit: write } = office.store;
    office.store.commit = (unit, changes) => {
      most = Math.max(most, changes.length);
      return write.call(office.store, unit, changes);
    };
    await erased(office);
    assert.ok(most < 100, `${most} changes`);
    assert.doesNotMatch(JSON.stringify(await office.dump('delivery')), new RegExp(secret));
  });
});

describe('an erasure that is cut off', () => {
  it('goes on where it was, whichever step was lost, and comes to the same', async function () {
    this.timeout(120_000);
    const whole = await leaver();
    await erased(whole);
    const expected = await outcome(whole);
    let cuts = 0;
    for (let before = 1; ; before++) {
      const office = await leaver();
      await ask(office);
      const isCut = await cutOff(office, before, () => office.runDue()).then(
        () => true,
        () => false,
      );
      if (!isCut) break;
      cuts += 1;
      await office.runDue();
      assert.deepEqual(await outcome(office), expected, `cut off before ${before}`);
    }
    assert.ok(cuts > 5, `${cuts}`);
  });

  it('changes nothing when a step is done twice, or all of it', async () => {
    const office = await leaver();
    await ask(office);
    const [first] = await office.store.due({ lane: 'erasure', until: '2030-01-01T00:00:00.000Z', limit: 1 });
    assert.ok(first);
    await office.lane('erasure', first);
    await assert.rejects(office.lane('erasure', first), { code: 'Conflict' });
    await office.runDue();
    const after = await outcome(office);
    const stored = await office.store.get(scope.unit, erasureId(me));
    assert.ok(stored);
    await office.lane('erasure', stored);
    await ask(office);
    await office.runDue();
    assert.deepEqual(await outcome(office), after);
  });

  it('is begun from the first part by a release that knows its part no more', async () => {
    const office = await leaver();
    await ask(office);
    const stored = await office.store.get(scope.unit, erasureId(me));
    assert.ok(stored);
    const doc = { ...stored.doc, rev: 2, data: { ...(stored.doc.data as Erasure), part: 'formerly' } };
    await commit(office, { op: 'replace', doc, etag: stored.etag });
    await office.runDue();
    assert.equal((await rowOf(office)).email, '');
  });
});

describe('who may have data erased', () => {
  const untouched = async (office: Office) => {
    assert.equal(await erasureOf(office), undefined);
    assert.equal((await rowOf(office)).email, email);
  };

  it('is the office alone, whatever a card says', async () => {
    const office = await leaver();
    for (const who of everyoneBut('office', 'officeHead', 'secretary', 'an')) {
      for (const more of [{}, { confirm: 'yes' }])
        assert.equal(await codeOf(ask(office, more, who)), 'OFFICE_ONLY', who);
      for (const page of ['privacy.erase', 'privacy.erasure'])
        assert.equal(await office.as(who).page(page, { person: me }), null, who);
    }
    for (const forged of ['person:none', 'department:advice', ''])
      assert.match(await codeOf(ask(office, { person: forged, confirm: 'yes' })), /NOTHING_TO_SHOW|BAD_CARD/);
    await untouched(office);
  });

  it('not of somebody who is of the unit: on leave, until the end of the last day, oneself', async () => {
    const office = await leaver({ left: false });
    const here = [{}, { status: 'onLeave' as const, statusFrom: '2026-11-01' }, { endDate: '2026-11-13' }];
    for (const state of [...here, { status: 'left' as const, statusFrom: '2026-11-14', endDate: null }]) {
      await change(office, 'an', state);
      for (const more of [{}, { confirm: 'yes' }]) {
        const refused = await wayBack(ask(office, more));
        assert.equal(refused.code, 'ERASE_STILL_HERE');
        assert.equal(refused.show.page, 'privacy.show');
      }
      assert.equal(await office.as('office').page('privacy.erase', { person: me }), null);
      const { card, text } = await office.as('office').click('privacy.show', { person: me });
      assert.ok(!actionsOf(card).some(({ verb }) => verb === 'privacy.erase'));
      assert.match(text, /đã nghỉ việc thì xóa được dữ liệu/);
    }
    assert.equal(await codeOf(ask(office, { person: person('office'), confirm: 'yes' })), 'ERASE_STILL_HERE');
    await untouched(office);
    office.set('2026-11-14T00:30:00');
    await erased(office);
    assert.equal((await rowOf(office)).email, '');
  });

  it('is asked first, and told what goes and what stays', async () => {
    const office = await leaver();
    const show = await office.as('office').click('privacy.show', { person: me });
    assert.ok(actionsOf(show.card).some(({ verb }) => verb === 'privacy.erase'));
    const { card, text } = await ask(office, {});
    assertGoodCard(card);
    assert.match(text, /Chưa gửi hoặc đã rút: 1 bản tự đánh giá, 1 hồ sơ, 1 minh chứng, kể cả tệp/);
    assert.match(text, /1 xác nhận đã đọc, 1 trả lời lời kêu gọi, 1 câu hỏi, 1 nội dung đang nhập dở/);
    assert.match(text, /1 hồ sơ đã gửi, gồm tự đánh giá, minh chứng, ý kiến, kết quả/);
    assert.match(text, /Đã xóa thì không khôi phục được/);
    await untouched(office);
    assert.ok(actionsOf(card).some(({ data }) => data.confirm === 'yes'));
  });

  it('is done once: a second click, and a colleague, see what has become of it', async () => {
    const office = await leaver();
    const { show, text } = await ask(office);
    assert.equal(show.page, 'privacy.erasure');
    assert.match(text, /Đang xóa dữ liệu/);
    assert.doesNotMatch((await ask(office)).text, /Đã ghi yêu cầu/);
    await office.runDue();
    for (const who of ['office', 'secretary']) {
      const after = await ask(office, { confirm: 'yes' }, who);
      assertGoodCard(after.card);
      assert.match(after.text, /Đã xóa xong lúc 09:00 ngày 13\/11\/2026: \d+ bản ghi/);
      assert.match(after.text, /Lê Thị Thu Hà yêu cầu xóa lúc/);
    }
    const events = (await acts(office)).filter(({ command }) => command === 'privacy.erase');
    assert.equal(events.length, 1);
    const { card } = await office.as('office').click('privacy.show', { person: me });
    assert.equal(actionsOf(card).filter(({ verb }) => verb === 'privacy.erase').length, 1);
  });

  it('leaves lists and files with names whole', async () => {
    const office = await leaver({ withPaper: false });
    await erased(office);
    assert.match((await office.as('office').say('nhân sự')).text, /13 người/);
    assert.match((await office.as('office').click('roster.person', { person: me })).text, /Người đã được xóa dữ liệu/);
    const { show } = await office.as('office').click('roster.export');
    const file = await keptFile(office.machine.files, 'roster', show.params.sha256 ?? '');
    assert.ok(file);
    const [sheet] = readWorkbook(file);
    // A row without an e-mail and an Entra id would have the whole file refused when it is read again.
    assert.equal(sheet?.rows.length, 13);
    assert.doesNotMatch(JSON.stringify(sheet?.rows), /được xóa dữ liệu/);
    const copy = await office.as('office').click('privacy.export', { person: me });
    assert.equal(copy.show.page, 'privacy.file');
    const [launched] = (await office.dump('spread')).map(({ id }) => id);
    assert.ok((await office.as('office').click('sending.show', { spread: launched ?? '' })).text);
    assert.ok(DateTime.fromISO((await erasureOf(office))?.endedAt ?? '').isValid);
  });
});
