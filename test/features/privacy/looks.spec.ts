import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { assertGoodCard } from '../../support/check-card.ts';
import { actionsOf, dept, type Office, openOffice, person } from '../../support/office.ts';
import { codeOf } from '../../support/refusal.ts';
import { round, seedDossier, seedRound } from '../../support/seed-round.ts';

const pdf = (words: string): Uint8Array => new TextEncoder().encode(`%PDF-1.4\n%${words}\n%%EOF`);

/** An has a file and a link, and has sent the dossier. */
async function withEvidence(state: 'draft' | 'opined' = 'opined'): Promise<{ office: Office; pieces: string[] }> {
  const office = await openOffice({ now: '2026-11-13T09:00:00' });
  await seedRound(office);
  await office.as('an').send(office.attach('Giấy xác nhận.pdf', pdf('1')));
  const link = { url: 'https://example.vn/bai', name: 'Bài viết', criterion: 'CN1', typed: 'yes' };
  await office.as('an').click('evidence.add', link);
  await seedDossier(office, 'an', { state });
  return { office, pieces: (await office.dump('evidence')).map(({ id }) => id) };
}
const events = async (office: Office, command: string) =>
  (await office.dump('audit')).map(({ data }) => data as Event).filter((event) => event.command === command);
interface Event {
  readonly command: string;
  readonly actor: string;
  readonly subject: string;
  readonly facts: object;
}
const looks = (office: Office, who: string, data: object = { candidate: person('an') }) =>
  office.as(who).click('privacy.looks', { round, ...data });

describe('evidence that is opened', () => {
  it('leaves an event with ids alone, a file and a link, once for each time', async () => {
    const { office, pieces } = await withEvidence();
    for (const evidence of pieces) await office.as('office').click('evidence.open', { evidence });
    await office.as('adviceHead').click('evidence.open', { evidence: pieces[0] });
    const opened = await events(office, 'evidence.open');
    assert.deepEqual(
      opened.map(({ actor, subject, facts }) => ({ actor, subject, facts })),
      [...pieces.map((evidence) => ['office', evidence]), ['adviceHead', pieces[0]]].map(([who = '', evidence]) => ({
        actor: person(who),
        subject: `evidence:${round}:${person('an')}`,
        facts: { evidence },
      })),
    );
    assert.doesNotMatch(JSON.stringify(opened), /Giấy|example/);
  });

  it('leaves one when its writer opens it, in a form that is composed twice, and none for a list of names', async () => {
    const { office, pieces } = await withEvidence('draft');
    await office.as('an').click('evidence.list', {});
    assert.equal((await events(office, 'evidence.open')).length, 0);
    await office.as('an').click('evidence.open', { evidence: pieces[0] });
    assert.equal((await events(office, 'evidence.open')).length, 1);
  });

  it('leaves none when it is refused: not sent, not theirs, forged', async () => {
    const { office, pieces } = await withEvidence('draft');
    for (const [who, evidence] of [
      ['office', pieces[0]],
      ['adviceHead', pieces[1]],
      ['on', pieces[0]],
      ['an', 'evidence:none'],
      ['an', person('an')],
    ])
      await assert.rejects(office.as(who ?? '').click('evidence.open', { evidence }));
    assert.deepEqual(await events(office, 'evidence.open'), []);
  });

  it('is written down too when the card is posted later and not in a turn of theirs', async () => {
    const { office, pieces } = await withEvidence();
    assert.ok(await office.as('office').page('evidence.item', { evidence: pieces[0] ?? '' }));
    assert.deepEqual(
      (await events(office, 'evidence.open')).map(({ actor }) => actor),
      [person('office')],
    );
  });
});

describe('a file with names', () => {
  it('leaves an event for each time that its address is given out', async () => {
    const { office } = await withEvidence();
    await office.as('office').click('roster.export');
    const [opened, ...more] = await events(office, 'export.open');
    assert.deepEqual([opened?.actor, opened?.subject, more.length], [person('office'), 'roster', 0]);
    assert.equal((await events(office, 'roster.export')).length, 1);
  });

  it('has its address from one place of the code', () => {
    const src = new URL('../../../src/', import.meta.url);
    const minting = readdirSync(src, { recursive: true })
      .map(String)
      .filter((file) => file.endsWith('.ts') && readFileSync(new URL(file, src), 'utf8').includes('links.mint('));
    assert.deepEqual(minting, ['pipeline/file-link.ts']);
  });
});

describe('who has opened evidence', () => {
  it('is shown to the office and to the candidate, the newest first, from the list of evidence', async () => {
    const { office, pieces } = await withEvidence();
    await office.as('adviceHead').click('evidence.open', { evidence: pieces[0] });
    office.set('2026-11-14T10:30:00');
    await office.as('office').click('evidence.open', { evidence: pieces[1] });
    for (const who of ['office', 'an']) {
      const list = await office.as(who).click('evidence.list', { candidate: person('an') });
      assert.ok(actionsOf(list.card).some(({ verb }) => verb === 'privacy.looks'));
      const { card, text } = await looks(office, who);
      assertGoodCard(card);
      const first = who === 'office' ? 'Anh/chị' : 'Chuyên viên Lê Thị Thu Hà';
      assert.match(text, new RegExp(`${first}\\n[^\\n]+\\n10:30 ngày 14/11/2026\\nTrưởng phòng Đỗ Ăn\\n`));
      assert.match(text, /Bài viết/);
      assert.match(text, /Giấy xác nhận\.pdf/);
    }
    assert.match((await looks(office, 'an', {})).text, /Lê Thị Thu Hà/);
  });

  it('is nobody else’s to see, whatever a card says', async () => {
    const { office, pieces } = await withEvidence();
    await office.as('office').click('evidence.open', { evidence: pieces[0] });
    for (const who of ['adviceHead', 'director', 'vice', 'an2', 'on']) {
      await assert.rejects(looks(office, who), who);
      const list = await office
        .as(who)
        .click('evidence.list', { candidate: person('an') })
        .catch(() => undefined);
      assert.ok(!actionsOf(list?.card ?? {}).some(({ verb }) => verb === 'privacy.looks'), who);
    }
    await assert.rejects(looks(office, 'an2', { candidate: dept('advice') }));
    for (const forged of [{ candidate: 'person:none' }, { round: 'annual-1999' }, { candidate: 'x', page: '-1' }])
      assert.match(await codeOf(looks(office, 'office', forged)), /NOTHING_TO_SHOW|NO_ROUND|NO_SUCH_ROUND/);
  });

  it('of a department’s dossier is shown to those who write it', async () => {
    const { office } = await withEvidence();
    assert.match((await looks(office, 'adviceDeputy', { candidate: dept('advice') })).text, /Chưa ghi nhận lần mở nào/);
  });

  it('names no piece that the reader may not read yet, nor one that is gone', async () => {
    const { office, pieces } = await withEvidence('draft');
    for (const evidence of pieces) await office.as('an').click('evidence.open', { evidence });
    const { text } = await looks(office, 'office');
    assert.match(text, /Nguyễn Văn An/);
    assert.doesNotMatch(text, /Giấy|Bài viết/);
    assert.match(text, /Minh chứng chưa gửi hoặc đã gỡ/);
    assert.match((await looks(office, 'an')).text, /Bài viết/);
  });

  it('is paged', async () => {
    const { office, pieces } = await withEvidence();
    for (let n = 0; n < 23; n++) await office.as('office').click('evidence.open', { evidence: pieces[0] });
    const { card, text } = await looks(office, 'office', { candidate: person('an'), page: '2' });
    assertGoodCard(card);
    assert.match(text, /21–23 trên 23 lần mở/);
  });
});
