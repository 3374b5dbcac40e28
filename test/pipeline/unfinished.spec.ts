import assert from 'node:assert/strict';
import { list } from '../../src/ports/documents.ts';
import type { Card } from '../../src/ports/messenger.ts';
import { nominationId } from '../../src/records/nomination.ts';
import { unfinishedRecord } from '../../src/records/unfinished.ts';
import { openedRound } from '../support/before-council.ts';
import { actionsOf, type Office, openOffice, person, scope, valuesOf } from '../support/office.ts';
import { round, seedDossier, seedRound } from '../support/seed-round.ts';

type Typed = Readonly<Record<string, string>>;
const kept = async ({ store }: Office) =>
  (await list(store, { unit: scope.unit, type: unfinishedRecord })).flatMap(({ data }) =>
    data.forms.map(({ typed }) => ({ who: data.person, typed })),
  );
/** By a button of a card, with what stands in the inputs. */
const press = (office: Office, who: string, card: Card, [verb, typed = {}]: readonly [string, Typed?]) => {
  const found = actionsOf(card).find((action) => action.verb === verb);
  assert.ok(found, `no ${verb}`);
  return office.as(who).click(verb, { ...found.data, ...typed });
};
/** Opened from the dossier, as people do. */
async function returnForm(office: Office, who: string, candidate: string) {
  const { card } = await office.as(who).click('intake.open', { nomination: nominationId(round, person(candidate)) });
  return press(office, who, card, ['intake.return']);
}
const call = { title: 'Ngày hội việc làm', text: 'Tư vấn cho thanh niên', place: 'Nhà văn hóa xã' };
const when = { date: '2026-11-14', time: '07:30', answerBy: '2026-11-12' };

describe('what was typed and not sent', () => {
  it('is there again when the form is opened again, with when it was typed and that it was not sent', async () => {
    const office = await openOffice();
    const { card } = await office.as('thao').say('vận động');
    const left = await press(office, 'thao', card, ['call.mine', { ...call, ...when }]);
    assert.match(left.text, /nhập dở được giữ lại, chưa gửi/);
    office.set('2026-11-03T10:00:00');
    const again = await office.as('thao').say('vận động');
    assert.match(again.text, /nhập dở lúc 09:00 ngày 02\/11\/2026 .*chưa gửi, chưa lưu/);
    for (const [id, value] of Object.entries({ ...call, ...when })) assert.equal(valuesOf(again.card)[id], value);
  });
  it('is of the person alone who typed it', async () => {
    const office = await openOffice({ now: '2026-12-03T09:00:00' });
    await seedRound(office);
    await seedDossier(office, 'an', { wish: 'asks', state: 'opined' });
    const { card } = await returnForm(office, 'office', 'an');
    await press(office, 'office', card, ['intake.open', { reason: 'Thiếu xác nhận của Trưởng phòng' }]);
    const others = await returnForm(office, 'officeHead', 'an');
    assert.equal(valuesOf(others.card).reason, '');
    assert.doesNotMatch(others.text, /nhập dở/);
    assert.deepEqual(await kept(office), [
      { who: person('office'), typed: { reason: 'Thiếu xác nhận của Trưởng phòng' } },
    ]);
  });
  it('is of that form alone: of another dossier nothing is filled in', async () => {
    const office = await openOffice({ now: '2026-12-03T09:00:00' });
    await seedRound(office);
    for (const who of ['an', 'thao']) await seedDossier(office, who, { wish: 'asks', state: 'opined' });
    const { card } = await returnForm(office, 'office', 'an');
    await press(office, 'office', card, ['intake.open', { reason: 'Thiếu xác nhận' }]);
    const other = await returnForm(office, 'office', 'thao');
    assert.equal(valuesOf(other.card).reason, '');
  });
  it('is nothing when the form is left as it was, and what it showed is not taken for typed', async () => {
    const office = await openOffice();
    await seedRound(office);
    const { card } = await office.as('adviceHead').click('meeting.record', { round });
    const shown = valuesOf(card);
    const left = await press(office, 'adviceHead', card, ['collective.show', shown]);
    assert.doesNotMatch(left.text, /nhập dở/);
    await press(office, 'adviceHead', card, ['collective.show', { ...shown, notes: 'Nhất trí đề nghị' }]);
    assert.deepEqual(
      (await kept(office)).map(({ typed }) => typed),
      [{ notes: 'Nhất trí đề nghị' }],
    );
  });
  it('says when what the form showed has been changed by somebody meanwhile', async () => {
    const office = await openOffice();
    await seedRound(office);
    const open = (who: string) => office.as(who).click('meeting.record', { round });
    const { card } = await open('adviceHead');
    const minutes = {
      heldOn: '2026-11-02',
      present: '3',
      total: '4',
      chair: person('adviceHead'),
      secretary: person('an'),
    };
    await press(office, 'adviceHead', card, ['collective.show', { notes: 'Nhất trí đề nghị' }]);
    const deputy = await open('adviceDeputy');
    await press(office, 'adviceDeputy', deputy.card, ['meeting.record', { ...minutes, notes: 'Một ý kiến khác' }]);
    const again = await open('adviceHead');
    assert.equal(valuesOf(again.card).notes, 'Nhất trí đề nghị');
    assert.equal(valuesOf(again.card).present, '3');
    assert.match(again.text, /đối chiếu trước khi lưu/);
  });
  it('is kept when it was refused, and gone once it is done', async () => {
    const office = await openOffice();
    const { card } = await office.as('thao').say('vận động');
    await assert.rejects(press(office, 'thao', card, ['call.post', call]), { code: 'CALL_MISSING' });
    const again = await office.as('thao').say('vận động');
    assert.equal(valuesOf(again.card).text, call.text);
    const preview = await press(office, 'thao', again.card, ['call.post', { ...call, ...when }]);
    assert.equal(preview.show.page, 'calls.preview');
    // Called away before the last click: nothing is lost yet.
    assert.equal(valuesOf((await office.as('thao').say('vận động')).card).answerBy, when.answerBy);
    const posted = actionsOf(preview.card).find(({ verb, data }) => verb === 'call.post' && data.confirm === 'yes');
    await office.as('thao').click('call.post', posted?.data);
    assert.deepEqual(await kept(office), []);
    // Clicked a second time, it does not come back.
    await office.as('thao').click('call.post', posted?.data);
    await press(office, 'thao', again.card, ['call.post', { ...call, ...when }]);
    const fresh = await office.as('thao').say('vận động');
    assert.equal(valuesOf(fresh.card).title, '');
  });
  it('is gone once it is done on a card that was drawn again since it was typed', async () => {
    const office = await openOffice();
    const { card } = await office.as('thao').say('vận động');
    const preview = await press(office, 'thao', card, ['call.post', { ...call, ...when }]);
    const redrawn = await office.as('thao').redrawn(preview.show);
    const post = actionsOf(redrawn?.card).find(({ verb, data }) => verb === 'call.post' && data.confirm === 'yes');
    await office.as('thao').click('call.post', post?.data);
    assert.deepEqual(await kept(office), []);
    assert.equal(valuesOf((await office.as('thao').say('vận động')).card).title, '');
  });
  it('is kept for fourteen days, the newest twelve forms, and no more than a person can type', async () => {
    const office = await openOffice({ now: '2026-12-03T09:00:00' });
    await openedRound(office);
    const { card } = await office.as('thao').say('vận động');
    const mine = actionsOf(card).find(({ verb }) => verb === 'call.mine');
    assert.ok(mine);
    const [, ...stamped] = String(mine.data.form).split('|');
    const leave = (of: string, text: string) =>
      office.as('thao').click('call.mine', { form: [of, ...stamped].join('|'), text });
    for (let n = 1; n <= 14; n++) await leave(`calls.compose ${n}`, `số ${n}`);
    assert.deepEqual(
      (await kept(office)).map(({ typed }) => typed.text),
      [14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3].map((n) => `số ${n}`),
    );
    const tooMuch = await leave('calls.compose 15', 'ă'.repeat(100_001));
    assert.doesNotMatch(tooMuch.text, /nhập dở/);
    const names = Array.from({ length: 300 }, (_, n) => `words-${n}${'x'.repeat(400)}`);
    const many = { form: `calls.compose 15|${names.map((name) => `${name}=Ab3d`).join(',')}|<` };
    const manyInputs = await office
      .as('thao')
      .click('call.mine', { ...many, ...Object.fromEntries(names.map((name) => [name, ''])) });
    assert.doesNotMatch(manyInputs.text, /nhập dở/);
    assert.equal((await kept(office)).length, 12);
    office.set('2026-12-10T09:00:00');
    await leave('calls.compose 9', 'số 9, viết tiếp');
    office.set('2026-12-17T09:00:00');
    for (let run = 0; run < 2; run++) {
      await office.runDue();
      assert.deepEqual(
        (await kept(office)).map(({ typed }) => typed.text),
        ['số 9, viết tiếp'],
      );
    }
    office.set('2026-12-24T09:00:00');
    await office.runDue();
    assert.deepEqual(await office.dump('unfinished'), []);
  });
  it('of a forged form opens nothing and touches nobody else', async () => {
    const office = await openOffice();
    await assert.rejects(office.as('an').click('call.mine', { form: 'không phải' }), { code: 'BAD_CARD' });
    await assert.rejects(office.as('an').click('call.mine', { form: 'calls.compose one|person=|<' }), {
      code: 'BAD_CARD',
    });
    const forged = 'calls.compose one|title=|';
    await assert.rejects(office.as('an').click('call.post', { form: forged, formId: 'form123456', title: 'x' }), {
      code: 'CALL_ROLE',
    });
    assert.deepEqual(
      (await kept(office)).map(({ who }) => who),
      [person('an')],
    );
    assert.equal(valuesOf((await office.as('thao').say('vận động')).card).title, '');
  });
});
