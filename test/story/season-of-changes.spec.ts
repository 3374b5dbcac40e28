import assert from 'node:assert/strict';
import { CodedError } from '../../src/domain/errors.ts';
import type { Card } from '../../src/ports/messenger.ts';
import { press } from '../features/roster/one/a-person.ts';
import { nomination, nominationOf, sessionOne } from '../support/before-council.ts';
import { type Office, person, valuesOf } from '../support/office.ts';
import { oneAfterAnother } from '../support/one-after-another.ts';
import { sheetTyped } from '../support/sheet.ts';
import { askedFor, type Post, postNames, unsteady } from './support/unsteady.ts';

describe('a season in which the office’s head, a head, the council’s secretary and two members change between each two steps', function () {
  this.timeout(60_000);
  oneAfterAnother(this);
  let s: Awaited<ReturnType<typeof unsteady>>;
  let office: Office;
  before(async () => {
    s = await unsteady();
    office = s.office;
  });
  beforeEach(() => s.change());
  /** Who held the post as each request went out. */
  const wasAsked: Record<string, string[]> = {};
  /** Asked are exactly these, by what they have to do; nobody who held a post before is among them. */
  async function asks(task: RegExp, ...who: string[]): Promise<void> {
    assert.deepEqual(await askedFor(office, task), [...who].sort());
  }
  const ofOffice = (): string[] => ['office', s.now('officeHead'), s.now('secretary')];
  const by = (who: string) => ({
    say: async (text: string) => (await office.as(who).say(text)).card,
    press: async (card: Card, verb: string, typed = {}) => (await press(office, card, verb, typed, who)).card,
    done: async (card: Card, verb: string, typed = {}) => {
      const { text } = await press(office, card, verb, typed, who);
      await office.runDue();
      return text;
    },
  });
  /** Of those who held a post before and are still there: nothing of this is shown to them, and nothing taken from them. */
  async function nothingFor(post: Post, verb: string, data: object, refusals: readonly string[]): Promise<void> {
    let tried = 0;
    for (const key of s.before(post)) {
      if ((await s.dataOf(key)).endDate !== null) continue;
      tried += 1;
      const became = await office
        .as(key)
        .click(verb, data)
        .then(
          () => 'done',
          (error: Error) => (error instanceof CodedError ? error.code : error.message),
        );
      assert.ok([...refusals, `nothing to show: ${verb}`].includes(became), `${key} ${verb}: ${became}`);
    }
    assert.ok(tried > 0, 'somebody lost the post and is still there');
  }
  const dossier = nomination(person('an'));

  it('somebody sends a dossier: the head of that moment is asked', async () => {
    const an = by('an');
    const sheet = await an.say('tự đánh giá');
    const ready = await an.press(sheet, 'assess.sheet', { ...sheetTyped(sheet, 'Kết quả.'), level: 'unit' });
    assert.match(await an.done(ready, 'nomination.submit'), /Đã gửi hồ sơ/);
    await asks(/1 hồ sơ chờ anh\/chị cho ý kiến/, s.now('head'));
    wasAsked.opinion = [s.now('head')];
  });
  it('their successor is asked in their place, and gives the opinion', async () => {
    await asks(/1 hồ sơ chờ anh\/chị cho ý kiến/, s.now('head'));
    await nothingFor('head', 'review.agree', { nomination: dossier, rev: '1', confirm: 'yes' }, ['NOT_REVIEWER']);
    const head = by(s.now('head'));
    const opened = await head.press(await head.say('xác nhận'), 'review.open');
    assert.match(await head.done(opened, 'review.agree'), /đồng ý về hồ sơ của Nguyễn Văn An/);
    assert.equal((await nominationOf(office, person('an'))).opinion?.by, person(s.now('head')));
    assert.match(
      JSON.stringify((await office.as(s.now('head')).click('review.queue', { list: 'handled' })).card),
      /Nguyễn Văn An/,
    );
    await asks(/hồ sơ chờ anh\/chị cho ý kiến/);
    wasAsked.intake = ofOffice();
  });
  it('the office takes it in, by the head that it has now', async () => {
    await asks(/1 hồ sơ chờ tiếp nhận/, ...ofOffice());
    await nothingFor('officeHead', 'intake.accept', { nomination: dossier, rev: '9' }, ['OFFICE_ONLY']);
    const head = by(s.now('officeHead'));
    const opened = await head.press(await head.say('tiếp nhận'), 'intake.open');
    assert.match(await head.done(opened, 'intake.accept'), /Đã tiếp nhận hồ sơ của Nguyễn Văn An/);
  });
  it('the secretary records the meeting, of the members that there are now', async () => {
    office.set('2026-12-04T09:00:00');
    await s.change();
    await asks(/1 hồ sơ chờ ghi nhận kết quả họp Hội đồng/, s.now('secretary'));
    await nothingFor('secretary', 'council.form', { round: 'annual-2026' }, ['COUNCIL_SECRETARY_ONLY']);
    const secretary = by(s.now('secretary'));
    const form = await secretary.press(await secretary.say('hội đồng'), 'council.form');
    const members = ['director', 'vice', ...postNames.map(s.now)];
    assert.deepEqual(String(valuesOf(form).present).split(',').sort(), members.map(person).sort());
    assert.match(await secretary.done(form, 'council.record', { place: 'Phòng họp' }), /có mặt 7\/7 thành viên/);
  });
  it('their successor records how those voted who were there', async () => {
    await asks(/1 hồ sơ tại phiên họp chưa ghi kết quả/, s.now('secretary'));
    for (const post of ['secretary', 'member', 'other'] as const)
      await nothingFor(post, 'council.case', { session: sessionOne, candidate: person('an') }, [
        'COUNCIL_SECRETARY_ONLY',
        'COUNCIL_ONLY',
        'NOTHING_TO_SHOW',
      ]);
    const secretary = by(s.now('secretary'));
    const session = await secretary.press(await secretary.say('hội đồng'), 'council.session');
    const one = await secretary.press(session, 'council.case');
    office.set(office.now.plus({ minutes: 1 }).toISO() ?? '');
    assert.match(
      await secretary.done(one, 'council.save', { agree: '7', disagree: '0', level: 'unit' }),
      /tán thành 7/,
    );
  });
  it('the next one confirms the outcome', async () => {
    await asks(/Phiên họp số 1 đã ghi đủ kết quả, chưa xác nhận/, s.now('secretary'));
    const secretary = by(s.now('secretary'));
    const session = (await office.as(s.now('secretary')).click('council.session', { session: sessionOne })).card;
    const sure = await secretary.press(session, 'council.close');
    assert.match(await secretary.done(sure, 'council.close'), /Đã xác nhận kết quả phiên họp số 1/);
  });
  it('the director agrees', async () => {
    await asks(/1 trường hợp Hội đồng đề nghị, chờ anh\/chị đồng ý/, 'director');
    const director = by('director');
    const content = await director.press(await director.say('quyết định'), 'decide.agree');
    assert.match(await director.done(content, 'decide.agree'), /Đã ghi nhận Giám đốc đồng ý/);
    wasAsked.number = ofOffice();
  });
  it('the office that there is now records number and date', async () => {
    await asks(/1 quyết định đã được đồng ý, chưa ghi số và ngày/, ...ofOffice());
    const head = by(s.now('officeHead'));
    const paper = await head.press(await head.press(await head.say('quyết định'), 'decide.decision'), 'decide.paper');
    const typed = { number: '45/QĐ-DVVLKH', issuedOn: '2026-12-04' };
    assert.match(await head.done(paper, 'decide.record', typed), /Đã ghi quyết định số 45/);
  });
  it('and publishes the results, which reach whose they are', async () => {
    await asks(/chưa công bố|chờ công bố/, ...ofOffice());
    await nothingFor('officeHead', 'publish.show', { round: 'annual-2026' }, ['PUBLISH_OFFICE_ONLY']);
    const head = by(s.now('officeHead'));
    const sure = await head.press(await head.say('công bố'), 'publish.results');
    await head.done(sure, 'publish.results');
    assert.match((await office.as('an').say('kết quả')).text, /45\/QĐ-DVVLKH/);
    assert.deepEqual(
      (await office.owed('results')).map(({ to }) => to),
      ['an'],
    );
  });
  it('whoever was told of work held its post at that moment, and nobody was told twice', async () => {
    const told = new Map<string, string[]>();
    for (const { to, data } of await office.owed())
      if (to !== 'an' && !to.startsWith('channel:')) told.set(data.kind, [...(told.get(data.kind) ?? []), to].sort());
    assert.deepEqual(Object.fromEntries(told), {
      'review.request': wasAsked.opinion,
      'intake.request': wasAsked.intake?.sort(),
      'decide.request': ['director'],
      'decide.office': wasAsked.number?.sort(),
    });
  });
});
