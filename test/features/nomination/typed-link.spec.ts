import assert from 'node:assert/strict';
import { assertGoodCard } from '../../support/check-card.ts';
import { actionsOf, type Office, openOffice, person } from '../../support/office.ts';
import { wayBack } from '../../support/refusal.ts';
import { round, seedDossier, seedRound } from '../../support/seed-round.ts';

const link = 'https://sonoivu.khanhhoa.gov.vn/tin/ngay-hoi?id=7';
const long = 'Đã tổ chức 12 phiên giao dịch việc làm lưu động, kết nối 340 lao động có việc làm';
type Shown = Awaited<ReturnType<ReturnType<Office['as']>['say']>>;
const save = async (office: Office, who: string, { card, typed }: Shown, more: object = {}) => {
  const action = actionsOf(card).find(({ verb }) => verb === 'evidence.add');
  assert.ok(action);
  return office.as(who).click('evidence.add', { ...action.data, ...typed, ...more });
};
const evidence = async (office: Office) =>
  (await office.dump('evidence')).map(({ data }) => data as Record<string, unknown> & { candidate: { id: string } });

describe('a link sent as a message', () => {
  let office: Office;
  beforeEach(async () => {
    office = await openOffice();
    await seedRound(office);
  });

  it('is offered as evidence with the words around it as its name, and written only when it is saved', async () => {
    const offered = await office.as('an').say(`Tin bài CN2: ${link}.`);
    assert.equal(offered.show.page, 'evidence.link');
    assertGoodCard(offered.card);
    assert.deepEqual(offered.typed, { url: link, name: 'Tin bài CN2', criterion: '' });
    assert.match(JSON.stringify(offered.card), /"value":"person CN2"/);
    assert.deepEqual(await evidence(office), []);
    const saved = await save(office, 'an', offered, { criterion: 'person CN2' });
    assert.equal(saved.show.page, 'evidence.list');
    const [piece] = await evidence(office);
    assert.deepEqual([piece?.url, piece?.name, piece?.criterion], [link, 'Tin bài CN2', 'CN2']);
    assert.equal(piece?.candidate.id, person('an'));
  });
  for (const [typed, name, url] of [
    [link, '', link],
    [`<${link}>`, '', link],
    [`  ${link}\u200b `, '', link],
    ['www.khanhhoa.gov.vn/tin', '', 'https://www.khanhhoa.gov.vn/tin'],
    [`Minh chứng: ${link} ạ`, 'Minh chứng: ạ', link],
    [`<p><a href="${link}">${link}</a></p>`, '', link],
  ] as const)
    it(`${JSON.stringify(typed)} is one address`, async () =>
      assert.deepEqual((await office.as('an').say(typed)).typed, { url, name, criterion: '' }));
  for (const typed of [`${link} ${link}2`, `${link}${link}`, `xem ${link}\nvà www.a.vn`])
    it(`${JSON.stringify(typed)} is not one address: it is said, and what was typed stays`, async () => {
      const back = await wayBack(office.as('an').say(typed));
      assert.deepEqual([back.code, back.show.page], ['BAD_URL', 'evidence.link']);
      assert.equal(back.typed?.url, typed);
      assert.deepEqual(await evidence(office), []);
    });

  it('with many words is a text, which has the link to offer as well', async () => {
    const offered = await office.as('an').say(`${long} ${link}`);
    assert.equal(offered.show.page, 'question.offer');
    assertGoodCard(offered.card);
    const button = actionsOf(offered.card).find(({ verb }) => verb === 'evidence.link');
    const form = await office.as('an').click('evidence.link', {
      ...button?.data,
      text: `${long} ${link}`,
      criterion: 'person CN1',
    });
    assert.deepEqual(form.typed, { url: link, name: long, criterion: 'person CN1' });
    const none = await office.as('an').say(long);
    assert.ok(actionsOf(none.card).every(({ verb }) => verb !== 'evidence.link'));
  });
  it('in a question is a question', async () =>
    assert.equal((await office.as('an').say(`Trang này dùng được không? ${link}`)).show.page, 'question.offer'));

  it('of a head may be for the own dossier or the department’s', async () => {
    const offered = await office.as('adviceHead').say(link);
    assert.match(offered.text, /CN1\./);
    assert.match(JSON.stringify(offered.card), /department TT1/);
    await save(office, 'adviceHead', offered, { criterion: 'department TT1' });
    assert.equal((await evidence(office))[0]?.candidate.id, 'department:advice');
    const own = await office.as('adviceHead').say(`${link}2`);
    await save(office, 'adviceHead', own, { criterion: 'person CN1' });
    assert.equal((await evidence(office))[1]?.candidate.id, person('adviceHead'));
    await assert.rejects(save(office, 'an', await office.as('an').say(link), { criterion: 'department TT1' }), {
      code: 'NOT_YOUR_DOSSIER',
    });
  });
  it('cards of an earlier release name the criterion alone', async () => {
    const { card: _card, ...offered } = await office.as('an').say(link);
    await office.as('an').click('evidence.add', { round, ...offered.typed, criterion: 'CN1', typed: 'yes' });
    assert.equal((await evidence(office))[0]?.criterion, 'CN1');
  });

  it('is answered truly when nothing can be added: no round, sent, the time over, full', async () => {
    const early = await openOffice();
    await assert.rejects(early.as('an').say(link), { code: 'NO_ROUND' });
    await seedDossier(office, 'an2', { state: 'submitted' });
    const sent = await wayBack(office.as('an2').say(link));
    assert.deepEqual([sent.code, sent.show.page], ['DOSSIER_SENT', 'dossier.show']);
    const { maxFiles } = office.plan.settings.evidence;
    for (let n = 0; n < maxFiles; n++) await save(office, 'thao', await office.as('thao').say(`${link}${n}`));
    const full = await wayBack(office.as('thao').say(`${link}more`));
    assert.deepEqual([full.code, full.show.page], ['EVIDENCE_FULL', 'evidence.list']);
    assert.equal((await evidence(office)).length, maxFiles);
    office.set('2026-12-01T08:00:00');
    const late = await wayBack(office.as('an').say(link));
    assert.deepEqual([late.code, late.show.page], ['DEADLINE_PASSED', 'dossier.show']);
  });
});
