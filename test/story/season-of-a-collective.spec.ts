import assert from 'node:assert/strict';
import { CodedError } from '../../src/domain/errors.ts';
import type { Card } from '../../src/ports/messenger.ts';
import { press } from '../features/roster/one/a-person.ts';
import { nomination, round, sessionOne } from '../support/before-council.ts';
import { dept, type Office } from '../support/office.ts';
import { oneAfterAnother } from '../support/one-after-another.ts';
import { askedFor, type Post, unsteady } from './support/unsteady.ts';

/** Pressed by whoever has the card; what falls due then is done. */
const handOf = (office: Office, who: string) => ({
  say: async (text: string) => (await office.as(who).say(text)).card,
  press: async (card: Card, verb: string, typed = {}) => (await press(office, card, verb, typed, who)).card,
  done: async (card: Card, verb: string, typed = {}) => {
    const { text } = await press(office, card, verb, typed, who);
    await office.runDue();
    return text;
  },
});

describe('a collective dossier on its way to the level above, while heads, office and council change between each two steps', function () {
  this.timeout(60_000);
  oneAfterAnother(this);
  let s: Awaited<ReturnType<typeof unsteady>>;
  let office: Office;
  before(async () => {
    s = await unsteady();
    office = s.office;
  });
  beforeEach(() => s.change());
  const ids = { round, candidate: dept('advice') };
  const dossier = nomination(dept('advice'));
  const by = (who: string) => handOf(office, who);
  const ofOffice = (): string[] => ['office', s.now('officeHead'), s.now('secretary')];
  const asks = async (task: RegExp, ...who: string[]): Promise<void> =>
    assert.deepEqual(await askedFor(office, task), [...who].sort());
  const write = async (who: string, criteria: readonly string[]): Promise<void> => {
    for (const criterion of criteria)
      await office.as(who).click('assess.save', { ...ids, criterion, rating: 'met', words: `Kết quả ${criterion}.` });
  };
  /** Of those who held the post before and are still there, nobody may do this any more. */
  async function notBy(post: Post, verb: string, data: object, code: string): Promise<void> {
    const still: string[] = [];
    for (const key of s.before(post)) if ((await s.dataOf(key)).endDate === null) still.push(key);
    assert.ok(still.length > 0, 'somebody lost the post and is still there');
    for (const key of still)
      await assert.rejects(
        office.as(key).click(verb, data),
        (error) => error instanceof CodedError && error.code === code,
      );
  }

  it('one head begins it', async () => {
    // Other departments have theirs to write as well.
    const asked = await askedFor(office, /Hồ sơ tập thể/);
    assert.ok(asked.includes(s.now('head')) && asked.includes('adviceDeputy'));
    assert.ok(s.before('head').every((key) => !asked.includes(key)));
    await write(s.now('head'), ['TT1', 'TT2', 'TT3']);
  });
  it('the next one reads and finishes what was begun, for the level above', async () => {
    const head = s.now('head');
    assert.match((await office.as(head).click('dossier.read', { ...ids, criterion: 'TT1' })).text, /Kết quả TT1/);
    await notBy('head', 'assess.save', { ...ids, criterion: 'TT4', rating: 'met', words: 'x' }, 'NOT_YOUR_DOSSIER');
    await write(
      head,
      office.plan.criteria.department.map(({ id }) => id).filter((id) => id > 'TT3'),
    );
    await office.as(head).click('nomination.request', { ...ids, level: 'so' });
  });
  it('a third one sends it, and whoever stands above the heads is asked', async () => {
    const head = by(s.now('head'));
    const confirm = (await office.as(s.now('head')).click('nomination.submit', ids)).card;
    assert.match(await head.done(confirm, 'nomination.submit'), /Đã gửi hồ sơ/);
    await notBy('head', 'nomination.withdraw', { ...ids, rev: '1', confirm: 'yes' }, 'NOT_YOUR_DOSSIER');
    await asks(/1 hồ sơ chờ anh\/chị cho ý kiến/, 'director');
  });
  it('the director gives the opinion, and the office that there is now takes it in', async () => {
    const director = by('director');
    const opened = await director.press(await director.say('xác nhận'), 'review.open');
    assert.match(await director.done(opened, 'review.agree'), /đồng ý/);
    await s.change();
    await asks(/1 hồ sơ chờ tiếp nhận/, ...ofOffice());
    const head = by(s.now('officeHead'));
    const taken = await head.press(await head.say('tiếp nhận'), 'intake.open');
    assert.match(await head.done(taken, 'intake.accept'), /Đã tiếp nhận/);
  });
  it('one secretary opens the meeting, the next records it, the third confirms: outstanding, for the level above', async () => {
    office.set('2026-12-04T09:00:00');
    const first = by(s.now('secretary'));
    const form = await first.press(await first.say('hội đồng'), 'council.form');
    await first.done(form, 'council.record', { place: 'Phòng họp' });
    await s.change();
    const second = by(s.now('secretary'));
    const session = await second.press(await second.say('hội đồng'), 'council.session');
    const one = await second.press(session, 'council.case');
    office.set(office.now.plus({ minutes: 1 }).toISO() ?? '');
    const votes = { agree: '7', disagree: '0', level: 'so', outstanding: 'true' };
    assert.match(await second.done(one, 'council.save', votes), /tán thành 7/);
    await notBy(
      'secretary',
      'council.close',
      { session: sessionOne, rev: '2', confirm: 'yes' },
      'COUNCIL_SECRETARY_ONLY',
    );
    await s.change();
    const third = by(s.now('secretary'));
    const sure = await third.press(await third.press(await third.say('hội đồng'), 'council.session'), 'council.close');
    assert.match(await third.done(sure, 'council.close'), /Đã xác nhận kết quả phiên họp số 1/);
  });
  it('the office that there is now sends the submission, and its successors record the answer and publish it', async () => {
    await asks(/1 trường hợp Hội đồng đề nghị ở cấp trên, chưa trình/, ...ofOffice());
    await notBy('officeHead', 'decide.forward', { round }, 'DECIDE_ONLY');
    const one = by(s.now('officeHead'));
    const form = await one.press(await one.say('quyết định'), 'decide.forward');
    assert.match(
      await one.done(form, 'decide.forward', { number: '12/TTr-DVVLKH', issuedOn: '2026-12-04' }),
      /Tờ trình số 12/,
    );
    await s.change();
    office.set('2026-12-11T09:00:00');
    await s.change();
    await notBy(
      'officeHead',
      'decide.answer',
      { nomination: dossier, rev: '9', result: 'awarded' },
      'DECIDE_OFFICE_ONLY',
    );
    const next = by(s.now('officeHead'));
    const waiting = await next.press(await next.say('quyết định'), 'decide.waiting');
    const reply = await next.press(waiting, 'decide.reply');
    const answer = { result: 'awarded', number: '77/QĐ-SNV', issuedOn: '2026-12-10' };
    await next.done(reply, 'decide.answer', answer);
    await s.change();
    await asks(/chưa công bố|chờ công bố/, ...ofOffice());
    const last = by(s.now('officeHead'));
    const sure = await last.press(await last.say('công bố'), 'publish.results');
    await last.done(sure, 'publish.results');
  });
  it('the result reaches whoever leads the department now, and nobody who has led it before', async () => {
    const told = (await office.owed('results')).map(({ to }) => to);
    assert.ok(told.includes('adviceDeputy'), told.join());
    assert.ok(
      s
        .before('head')
        .slice(0, -1)
        .every((key) => !told.includes(key)),
      told.join(),
    );
    const head = s.before('head').at(-1) ?? '';
    assert.ok(told.includes(head), `${head} led it as it was published: ${told.join()}`);
    assert.match((await office.as('adviceDeputy').say('kết quả')).text, /77\/QĐ-SNV/);
  });
});
