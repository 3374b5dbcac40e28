import assert from 'node:assert/strict';
import { stamp } from '../../../src/ports/commit.ts';
import { nominationId } from '../../../src/records/nomination.ts';
import {
  afterCouncil,
  agreed,
  confirmation,
  decisionOne,
  forwarded,
  id,
  published,
  recorded,
  revOf,
} from '../../support/after-council.ts';
import { meeting, nominationOf, round, sessionOne } from '../../support/before-council.ts';
import { assertGoodCard } from '../../support/check-card.ts';
import { actionsOf, dept, type Office, person, textOf } from '../../support/office.ts';
import { changeNomination } from '../../support/seed-round.ts';

const code = (expected: string) => (error: { code?: string }) => error.code === expected;
const state = async (office: Office, key: string) => (await nominationOf(office, person(key))).state;
const adviceDossier = nominationId(round, dept('advice'));
const told = async (office: Office, kind: string) => (await office.owed(kind)).map((o) => o.to).sort();

describe('one case, before it is agreed to', () => {
  it('shows the director opinion, votes and note, the dossier, and a way back from each', async () => {
    const office = await afterCouncil();
    const list = await office.as('director').say('quyết định');
    const row = actionsOf(list.card).find(({ data }) => data.nomination === id('an'));
    const { text, card } = await office.as('director').click('decide.case', row?.data);
    assertGoodCard(card);
    assert.match(text, /Tán thành 5, không tán thành 0/);
    assert.match(text, /Phiên họp số 1 ngày 03\/12\/2026/);
    const read = actionsOf(card).find(({ verb }) => verb === 'dossier.read');
    const opened = await office.as('director').click('dossier.read', read?.data);
    const back = actionsOf(opened.card).find(({ verb }) => verb === 'decide.case');
    assert.equal((await office.as('director').click('decide.case', back?.data)).show.page, 'decide.case');
    assert.ok(actionsOf(card).some(({ verb }) => verb === 'decide.show'));
  });

  it('can be left out of what is agreed to, and goes on waiting', async () => {
    const office = await afterCouncil();
    const data = await confirmation(office, 'director', 'decide.agree', { round, level: 'unit' });
    await assert.rejects(office.as('director').click('decide.agree', { ...data, agreed: '' }), code('DECIDE_NOBODY'));
    await assert.rejects(
      office.as('director').click('decide.agree', { ...data, agreed: id('director') }),
      code('DECIDE_NOBODY'),
    );
    const most = { ...data, agreed: id('adviceHead') };
    await office.as('director').click('decide.agree', most);
    await office.as('director').click('decide.agree', most);
    const decisions = await office.dump('decision');
    assert.deepEqual(
      decisions.map((doc) => (doc.data as { nominations: string[] }).nominations),
      [[id('adviceHead')]],
    );
    assert.match((await office.as('director').click('decide.agree', { round, level: 'unit' })).text, /Nguyễn Văn An/);
  });

  it('goes back to the council with a reason; the others are decided, and the council reads why', async () => {
    const office = await afterCouncil();
    assertGoodCard((await office.as('director').click('decide.ask', { ask: 'sendBack', id: id('an') })).card);
    const back = { nomination: id('an'), rev: '1', reason: 'Làm rõ phạm vi sáng kiến' };
    await assert.rejects(
      office.as('director').click('decide.sendBack', { ...back, reason: ' ' }),
      code('DECIDE_REASON'),
    );
    await office.as('director').click('decide.sendBack', back);
    await office.as('director').click('decide.sendBack', back);
    assert.equal(await state(office, 'an'), 'accepted');
    assert.equal((await office.dump('reconsideration')).length, 1);
    assert.deepEqual(await told(office, 'council.again'), ['secretary']);
    await agreed(office);
    const [decision] = await office.dump('decision');
    assert.ok(decision);
    assert.ok(!(decision.data as { nominations: string[] }).nominations.includes(id('an')));
    // The minutes of the first meeting keep what it found.
    const first = await office.as('vice').click('council.session', { session: sessionOne });
    assert.match(first.text, /Nguyễn Văn An\nTán thành 5, không tán thành 0/);
    const record = { round, number: '2', ...meeting, heldOn: '2026-12-10', dossiers: person('an') };
    await office.as('secretary').click('council.record', record);
    const one = await office
      .as('secretary')
      .click('council.case', { session: `session:${round}:2`, candidate: person('an') });
    assert.match(one.text, /Giám đốc gửi lại Hội đồng: Làm rõ phạm vi sáng kiến/);
  });

  it('is sent back by the director alone, not the own case, and not once it was agreed to', async () => {
    const office = await afterCouncil();
    const back = { nomination: id('an'), rev: '1', reason: 'x' };
    for (const key of ['vice', 'office', 'an', 'secretary'])
      await assert.rejects(office.as(key).click('decide.sendBack', back), code('DECIDE_DIRECTOR_ONLY'));
    await assert.rejects(
      office.as('director').click('decide.sendBack', { ...back, nomination: id('director') }),
      code('DECIDE_DIRECTOR_ONLY'),
    );
    await agreed(office);
    await assert.rejects(office.as('director').click('decide.sendBack', back), code('ALREADY_DONE'));
    assert.equal(await state(office, 'an'), 'recommended');
  });
});

describe('what the parent department refused', () => {
  const refused = async (): Promise<Office> => {
    const office = await afterCouncil();
    await forwarded(office);
    for (const key of ['thao', 'director']) {
      const answer = { nomination: id(key), rev: '2', result: 'declined', reason: 'Đã đủ số lượng' };
      const sure = await confirmation(office, 'office', 'decide.answer', answer);
      await office.as('office').click('decide.answer', sure);
    }
    return office;
  };

  it('goes back to the council for the unit’s own level, and the candidate hears of it', async () => {
    const office = await refused();
    const rev = await revOf(office, id('thao'));
    const again = { nomination: id('thao'), rev, reason: 'Đủ điều kiện ở cấp Trung tâm' };
    for (const key of ['thao', 'vice', 'secretary', 'adviceHead'])
      if (key !== 'secretary')
        await assert.rejects(office.as(key).click('decide.reconsider', again), code('DECIDE_ONLY'));
    await office.as('office').click('decide.reconsider', again);
    await office.as('office').click('decide.reconsider', again);
    assert.equal(await state(office, 'thao'), 'accepted');
    assert.deepEqual(await told(office, 'results.reconsidered'), ['thao']);
    const notice = await office.as('thao').page('results.reconsidered', { nomination: id('thao') });
    assert.match(textOf(notice?.card), /xem xét lại/);
    const record = { round, number: '2', ...meeting, heldOn: '2026-12-11', dossiers: person('thao') };
    await office.as('secretary').click('council.record', record);
    const session = `session:${round}:2`;
    const { card } = await office.as('secretary').click('council.case', { session, candidate: person('thao') });
    assert.match(JSON.stringify(card), /"id":"level"[^\]]*\][^}]*"value":"unit"/);
  });

  it('leaves the second meeting its own day, whatever the first submission bore', async () => {
    const office = await refused();
    const again = { nomination: id('thao'), rev: await revOf(office, id('thao')), reason: 'Có minh chứng mới' };
    await office.as('office').click('decide.reconsider', again);
    const held = { ...meeting, heldOn: '2026-12-11' };
    await office.as('secretary').click('council.record', { round, number: '2', ...held, dossiers: person('thao') });
    const session = `session:${round}:2`;
    const { card } = await office.as('secretary').click('council.case', { session, candidate: person('thao') });
    const save = actionsOf(card).find(({ verb }) => verb === 'council.save');
    office.set(office.now.plus({ seconds: 2 }).toISO() ?? '');
    const vote = { ...save?.data, level: 'so', agree: '5', disagree: '0', note: '', outstanding: '' };
    await office.as('secretary').click('council.save', vote);
    const place = 'Phòng họp số 2';
    const places = async () => (await office.dump('session')).map((doc) => (doc.data as { place: string }).place);
    await office.as('secretary').click('council.amend', { session, rev: '1', ...held, place });
    assert.deepEqual(await places(), ['Phòng họp', place]);
    const hold = { by: person('office'), at: stamp(office.now), reason: 'Đang xác minh', from: 'tabled' as const };
    await changeNomination(office, id('thao'), { state: 'onHold', hold });
    await office.as('secretary').click('council.amend', { session, rev: '2', ...held });
    assert.deepEqual(await places(), ['Phòng họp', held.place]);
  });

  it('is never the director’s own case: the unit does not decide on that', async () => {
    const office = await refused();
    const again = { nomination: id('director'), rev: await revOf(office, id('director')), reason: 'x' };
    await assert.rejects(office.as('office').click('decide.reconsider', again), code('DECIDE_OWN_CASE'));
  });

  it('was heard of from the submission on', async () => {
    const office = await afterCouncil();
    await forwarded(office);
    await office.runDue();
    assert.deepEqual(await told(office, 'results.forwarded'), ['director', 'thao']);
    const [sent] = await office.dump('submission');
    const notice = await office.as('thao').page('results.forwarded', { submission: String(sent?.id) });
    assert.match(textOf(notice?.card), /đã được trình Giám đốc Sở Nội vụ ngày 10\/12\/2026/);
    assert.equal(await office.as('an').page('results.forwarded', { submission: String(sent?.id) }), null);
  });
});

describe('the reason of no award', () => {
  it('can be each person’s own, until it is published', async () => {
    const office = await afterCouncil();
    await recorded(office);
    const rev = await revOf(office, id('on'));
    const own = { nomination: id('on'), rev, reason: 'Chưa có sáng kiến được công nhận.' };
    for (const key of ['an', 'director', 'vice'])
      await assert.rejects(office.as(key).click('decide.reason', own), code('DECIDE_OFFICE_ONLY'));
    await office.as('office').click('decide.reason', own);
    await office.as('office').click('decide.reason', own);
    assert.equal((await nominationOf(office, person('on'))).declineReason, own.reason);
    const other = await afterCouncil();
    await published(other);
    await assert.rejects(
      other.as('office').click('decide.reason', { ...own, rev: await revOf(other, id('on')) }),
      code('ALREADY_DONE'),
    );
    const notice = await other.as('on').page('results.notice', { decision: decisionOne });
    assert.doesNotMatch(textOf(notice?.card), /sáng kiến được công nhận/);
  });
});

describe('every case, from the lists of whoever follows the decisions', () => {
  const opens = async (office: Office, key: string, verb: string, data: Record<string, unknown>) =>
    actionsOf((await office.as(key).click(verb, data)).card).filter((action) => action.verb === 'decide.case');
  const cases = (found: Awaited<ReturnType<typeof opens>>) => found.map(({ data }) => data.nomination).sort();
  const followers = ['director', 'vice', 'office'];

  it('is opened, but for the own one, before anything is agreed to: those not recommended among them', async () => {
    const office = await afterCouncil();
    for (const key of followers) {
      const found = await opens(office, key, 'decide.show', { round });
      const all = ['advice', 'adviceHead', 'an', 'thao', 'director', 'on'].filter((one) => one !== key);
      assert.deepEqual(cases(found), all.map((one) => (one === 'advice' ? adviceDossier : id(one))).sort());
      for (const { data } of found)
        assert.equal((await office.as(key).click('decide.case', data)).show.page, 'decide.case');
    }
  });

  it('that is declined beside a decision is opened from it, and its reason changed', async () => {
    const office = await afterCouncil();
    await recorded(office);
    const found = await opens(office, 'office', 'decide.decision', { decision: decisionOne });
    const declined = found.find(({ data }) => data.nomination === id('on'));
    const { card } = await office.as('office').click('decide.case', declined?.data);
    assert.ok(actionsOf(card).some(({ verb, data }) => verb === 'decide.ask' && data.ask === 'decline'));
    const { card: decision, text } = await office.as('office').click('decide.decision', { decision: decisionOne });
    assertGoodCard(decision);
    assert.match(text, /Lý Ơn[^\n]*\n[^\n]*\nChưa được khen thưởng/);
  });

  it('that the parent department refused is opened, and sent back to the council', async () => {
    const office = await afterCouncil();
    await forwarded(office);
    const answer = { nomination: id('thao'), rev: '2', result: 'declined', reason: 'Đã đủ số lượng' };
    await office.as('office').click('decide.answer', await confirmation(office, 'office', 'decide.answer', answer));
    const found = await opens(office, 'office', 'decide.show', { round });
    const refused = found.find(({ data }) => data.nomination === id('thao'));
    const { card } = await office.as('office').click('decide.case', refused?.data);
    assert.ok(actionsOf(card).some(({ verb, data }) => verb === 'decide.ask' && data.ask === 'reconsider'));
  });

  it('is nobody’s own: who was not recommended learns nothing from the list', async () => {
    const office = await afterCouncil({ people: { on: { roles: ['office'] } } });
    const { text } = await office.as('on').click('decide.show', { round });
    assert.doesNotMatch(text, /Lý Ơn/);
    await recorded(office);
    assert.doesNotMatch((await office.as('on').click('decide.decision', { decision: decisionOne })).text, /Lý Ơn/);
  });

  it('is counted in the list of chats by what it waits for', async () => {
    const office = await afterCouncil();
    const summary = async () => (await office.as('office').page('decide.show', { round }))?.summary;
    assert.equal(
      await summary(),
      'Quyết định khen thưởng: 3 hồ sơ chờ Giám đốc đồng ý nội dung, 2 hồ sơ chờ trình cấp trên',
    );
    await agreed(office);
    assert.equal(await summary(), 'Quyết định khen thưởng: 2 hồ sơ chờ trình cấp trên, 1 quyết định chờ ghi số, ngày');
  });
});
