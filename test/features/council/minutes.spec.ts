import assert from 'node:assert/strict';
import { texts } from '../../../src/adapters/texts/texts.ts';
import type { Facts } from '../../../src/domain/errors.ts';
import { create, decode } from '../../../src/ports/documents.ts';
import { type CouncilSession, sessionId, sessionRecord } from '../../../src/records/council.ts';
import {
  afterCouncil,
  agreed,
  confirmation,
  forwarded,
  id,
  published,
  recorded,
  recording,
  submission,
} from '../../support/after-council.ts';
import { dossier, meeting, openedRound, round, sessionOne } from '../../support/before-council.ts';
import { assertGoodCard } from '../../support/check-card.ts';
import { type Office, openOffice, person, scope, valuesOf } from '../../support/office.ts';

interface Refused {
  readonly code?: string;
  readonly facts?: Record<string, unknown>;
}
const code = (expected: string) => (error: Refused) => error.code === expected;
const out =
  (bound: { from?: string; to?: string }, expected = 'MINUTES_DATE') =>
  (error: Refused) =>
    error.code === expected &&
    (bound.from === undefined || error.facts?.fromStep === bound.from) &&
    (bound.to === undefined || error.facts?.toStep === bound.to);

/** Of the meeting's course nothing is known yet. */
const course = { startsAt: '', endsAt: '', invitees: '' };
const signers = { chair: person('director'), secretary: person('secretary') };
const paper = { number: '03/BB-HĐTĐKT', issuedOn: '2026-12-04', sameNumber: '', ...signers };
const stored = async (office: Office, key = sessionOne): Promise<CouncilSession> => {
  const found = await office.store.get(scope.unit, key);
  if (found === undefined) throw new Error(`no ${key}`);
  return decode(sessionRecord, found).data;
};
const rev = async (office: Office): Promise<string> =>
  String((await office.store.get(scope.unit, sessionOne))?.doc.rev);
/** Written down after the meeting was closed. */
const minutes = async (office: Office, more: object = {}) =>
  office
    .as('secretary')
    .click('council.recordMinutes', { session: sessionOne, rev: await rev(office), ...paper, ...more });

/** A meeting of 3 December with one vote entered, on its next day. */
async function voted(): Promise<Office> {
  const office = await openOffice({ now: '2026-12-04T09:00:00' });
  await openedRound(office);
  await dossier(office, person('an'));
  const secretary = office.as('secretary');
  await secretary.click('council.record', { round, number: '1', ...meeting, dossiers: person('an') });
  const vote = { level: 'unit', agree: '6', disagree: '0' };
  await secretary.click('council.save', { session: sessionOne, candidate: person('an'), rev: '2', ...vote });
  return office;
}

describe('the minutes of a meeting', () => {
  it('are dated the day of the meeting and signed by chair and secretary unless said otherwise, without one more click', async () => {
    const office = await voted();
    const { card } = await office.as('secretary').click('council.close', { session: sessionOne });
    assertGoodCard(card);
    const asked = valuesOf(card);
    assert.deepEqual(asked, { number: '', issuedOn: '2026-12-03', ...signers, ...course });
    const data = await confirmation(office, 'secretary', 'council.close', { session: sessionOne });
    const { text } = await office.as('secretary').click('council.close', { ...data, ...asked });
    const { recorded: by, ...said } = (await stored(office)).minutes ?? {};
    assert.deepEqual(said, { number: '', issuedOn: '2026-12-03', ...signers, ...course, absence: '' });
    assert.equal(by?.by, person('secretary'));
    assert.match(text, /Biên bản ngày 03\/12\/2026, chưa ghi số\. Chủ tọa: .+; Thư ký: /);
  });

  it('nothing is closed with a day before the meeting or after today, or signed by one who was away or twice by one', async () => {
    const office = await voted();
    const data = await confirmation(office, 'secretary', 'council.close', { session: sessionOne });
    const close = (more: object) => office.as('secretary').click('council.close', { ...data, ...paper, ...more });
    await assert.rejects(close({ issuedOn: '2026-12-02' }), out({ from: 'met' }));
    await assert.rejects(close({ issuedOn: '2026-12-05' }), out({ to: 'today' }));
    await assert.rejects(close({ issuedOn: '' }), out({}));
    await assert.rejects(close({ chair: person('an') }), code('MINUTES_SIGNERS'));
    await assert.rejects(close({ secretary: signers.chair }), code('MINUTES_SIGNERS'));
    assert.equal((await stored(office)).state, 'recording');
    await close({});
    await close({});
    assert.equal((await stored(office)).minutes?.number, paper.number);
  });

  it('whoever signs need not be named', async () => {
    const office = await voted();
    const data = await confirmation(office, 'secretary', 'council.close', { session: sessionOne });
    const unnamed = { ...data, ...paper, chair: '' };
    assert.match((await office.as('secretary').click('council.close', unnamed)).text, /Chủ tọa: —; Thư ký: /);
    assert.match((await minutes(office, { secretary: '' })).text, /Thư ký: —/);
    assertGoodCard((await office.as('vice').click('council.session', { session: sessionOne })).card);
  });

  it('a card drawn before they were asked for still closes the meeting; they are written down apart', async () => {
    const office = await voted();
    const data = await confirmation(office, 'secretary', 'council.close', { session: sessionOne });
    const { text } = await office.as('secretary').click('council.close', data);
    assert.match(text, /Biên bản.*Chưa ghi/s);
    await minutes(office);
    assert.equal((await stored(office)).minutes?.issuedOn, '2026-12-04');
  });

  it('come after the meeting and before the submission and the decision, each way round', async () => {
    const office = await afterCouncil();
    await assert.rejects(minutes(office, { issuedOn: '2026-12-02' }), out({ from: 'met' }));
    await minutes(office, { issuedOn: '2026-12-11' });
    await agreed(office);
    await assert.rejects(
      office.as('office').click('decide.record', recording({ issuedOn: '2026-12-10' })),
      code('DECIDE_DATE'),
    );
    const forward = await confirmation(office, 'office', 'decide.forward', { round });
    await assert.rejects(
      office.as('office').click('decide.forward', { ...forward, ...submission }),
      out({ from: 'minutes' }, 'SUBMISSION_DATE'),
    );
    await minutes(office, { issuedOn: '2026-12-09' });
    await forwarded(office);
    await assert.rejects(minutes(office, { issuedOn: '2026-12-11' }), out({ to: 'submission' }));
    const moved = { session: sessionOne, ...meeting, heldOn: '2026-12-10' };
    await assert.rejects(
      office.as('secretary').click('council.amend', { ...moved, rev: await rev(office) }),
      out({ to: 'minutes' }, 'COUNCIL_DATE'),
    );
  });

  it('a day of the meeting and of its minutes, wrong together, are both corrected: each refusal says which one first', async () => {
    const office = await afterCouncil();
    await minutes(office);
    const move = async (heldOn: string) =>
      office
        .as('secretary')
        .click('council.amend', { session: sessionOne, ...meeting, heldOn, rev: await rev(office) });
    const said = (first: string, words: RegExp) => (error: Refused) => {
      assert.equal(error.facts?.first, first);
      assert.match(texts('vi').t(`errors.${error.code}`, error.facts as Facts), words);
      return true;
    };
    await assert.rejects(
      move('2026-12-08'),
      said('minutes', /Nếu ngày Biên bản họp cũng ghi sai, .* ngày Biên bản trước\.$/),
    );
    await minutes(office, { issuedOn: '2026-12-09' });
    await move('2026-12-08');
    assert.deepEqual(
      [(await stored(office)).heldOn, (await stored(office)).minutes?.issuedOn],
      ['2026-12-08', '2026-12-09'],
    );
    await assert.rejects(
      minutes(office),
      said('met', /Nếu ngày họp Hội đồng cũng ghi sai, đề nghị sửa ngày họp trước\.$/),
    );
    await move('2026-12-03');
    await minutes(office);
    assert.equal((await stored(office)).minutes?.issuedOn, paper.issuedOn);
    await assert.rejects(minutes(office, { issuedOn: '2026-12-30' }), said('none', /\(hôm nay\)\.$/));
    await forwarded(office);
    await assert.rejects(
      minutes(office, { issuedOn: '2026-12-12' }),
      said('submission', /đề nghị sửa ngày Tờ trình trước\.$/),
    );
  });

  it('may be signed after the director has agreed to the content, not after the decision', async () => {
    const office = await afterCouncil();
    await agreed(office);
    office.set('2026-12-14T09:00:00');
    await minutes(office, { issuedOn: '2026-12-13' });
    await office.as('office').click('decide.record', recording({ issuedOn: '2026-12-13' }));
    await assert.rejects(minutes(office, { issuedOn: '2026-12-14' }), out({ to: 'signed' }));
  });

  it('are corrected until a result is told; what is still missing is written down after that, too', async () => {
    const office = await afterCouncil();
    await minutes(office);
    await minutes(office, { number: '04/BB-HĐTĐKT' });
    const shown = await rev(office);
    await published(office);
    const again = { session: sessionOne, rev: shown, ...paper, number: '04/BB-HĐTĐKT' };
    await office.as('secretary').click('council.recordMinutes', again);
    await assert.rejects(minutes(office, { number: '05/BB-HĐTĐKT' }), code('ALREADY_DONE'));
    assert.equal(await office.as('secretary').page('council.minutes', { session: sessionOne }), null);
    const late = await afterCouncil();
    await published(late);
    await minutes(late);
    assert.equal((await stored(late)).minutes?.number, paper.number);
    await assert.rejects(minutes(late, { number: '05/BB-HĐTĐKT' }), code('ALREADY_DONE'));
  });

  it('a number of another meeting of the year is taken knowingly only; that of a decision is another register', async () => {
    const office = await afterCouncil();
    const other = { ...(await stored(office)), number: 2, round: 'adhoc-2026-1', considered: [] };
    const taken = { ...paper, number: '3/bb-hđtđkt', recorded: other.recorded };
    const { sameNumber: _, ...known } = taken;
    const record = create(sessionRecord, scope, sessionId('adhoc-2026-1', 2), { ...other, minutes: known });
    await office.store.commit(scope.unit, [record]);
    await assert.rejects(minutes(office), code('DECIDE_NUMBER_TAKEN'));
    await minutes(office, { sameNumber: 'true' });
    await recorded(office);
    await minutes(office, { number: '05/QĐ-DVVLKH' });
  });

  it('only the secretary records them, on the card as it is, and of a closed meeting', async () => {
    const office = await afterCouncil();
    const data = { session: sessionOne, rev: '1', ...paper };
    for (const key of ['office', 'vice', 'director', 'an'])
      await assert.rejects(office.as(key).click('council.recordMinutes', data), code('COUNCIL_SECRETARY_ONLY'));
    await assert.rejects(
      office.as('secretary').click('council.recordMinutes', { ...data, rev: '7' }),
      code('ALREADY_DONE'),
    );
    const open = await voted();
    await assert.rejects(minutes(open), code('ALREADY_DONE'));
    assert.equal((await stored(open)).minutes, null);
  });

  it('are told with the votes to whoever decides', async () => {
    const office = await afterCouncil();
    await minutes(office);
    const { text } = await office.as('director').click('decide.case', { nomination: id('an') });
    assert.match(text, /Biên bản số 03\/BB-HĐTĐKT ngày 04\/12\/2026/);
  });
});
