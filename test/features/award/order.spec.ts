import assert from 'node:assert/strict';
import { texts } from '../../../src/adapters/texts/texts.ts';
import type { Facts } from '../../../src/domain/errors.ts';
import {
  afterCouncil,
  agreed,
  confirmation,
  decisionOne,
  forwarded,
  id,
  published,
  recorded,
  recording,
  revOf,
  revocationAsked,
  submission,
} from '../../support/after-council.ts';
import {
  dossier,
  meeting,
  nominationOf,
  openedRound,
  round,
  sentAt,
  sessionOne,
} from '../../support/before-council.ts';
import { type Office, openOffice, person } from '../../support/office.ts';

interface Refused {
  readonly code?: string;
  readonly facts?: Record<string, unknown>;
  readonly also?: readonly { readonly code: string }[];
}
/** Refused for a date, by what comes before it or after it. */
const out = (code: string, bound: { from?: string; to?: string }) => (error: Refused) =>
  error.code === code &&
  (bound.from === undefined || error.facts?.fromStep === bound.from) &&
  (bound.to === undefined || error.facts?.toStep === bound.to);
const code = (expected: string) => (error: Refused) => error.code === expected;

const session = { round, number: '1', ...meeting, dossiers: person('an') };
async function beforeCouncil(): Promise<Office> {
  const office = await openOffice({ now: '2026-12-04T09:00:00' });
  await openedRound(office);
  await dossier(office, person('an'));
  return office;
}

describe('the dates of a chain', () => {
  it('say which day it is where there is only one', async () => {
    const office = await beforeCouncil();
    await dossier(office, person('thao'), { submitted: { by: person('thao'), at: '2026-12-04T01:00:00.000Z' } });
    const today = { ...session, dossiers: person('thao'), heldOn: '2026-12-03' };
    await assert.rejects(office.as('secretary').click('council.record', today), ({ facts }: Refused) => {
      const said = texts('vi').t('errors.COUNCIL_DATE', facts as Facts);
      return said === 'Ngày họp phải là ngày 04/12/2026 (ngày gửi hồ sơ muộn nhất; hôm nay).';
    });
  });
  it('no meeting before a dossier before it was sent, nor one that is added later', async () => {
    const office = await beforeCouncil();
    const secretary = office.as('secretary');
    await assert.rejects(
      secretary.click('council.record', { ...session, heldOn: '2026-11-19' }),
      out('COUNCIL_DATE', { from: 'sent' }),
    );
    await secretary.click('council.record', { ...session, heldOn: '2026-11-20' });
    const late = { by: person('thao'), at: '2026-12-01T02:00:00.000Z' };
    await dossier(office, person('thao'), { submitted: late });
    const add = { session: sessionOne, rev: '1', dossiers: person('thao') };
    await assert.rejects(secretary.click('council.add', add), out('COUNCIL_DATE', { from: 'sent' }));
    assert.equal((await nominationOf(office, person('thao'))).state, 'accepted');
    assert.ok(sentAt < late.at);
  });

  it('no second meeting before the first, and the first not moved behind the second', async () => {
    const office = await afterCouncil();
    await dossier(office, person('hniê'));
    const second = { ...session, number: '2', dossiers: person('hniê') };
    const secretary = office.as('secretary');
    await assert.rejects(
      secretary.click('council.record', { ...second, heldOn: '2026-12-02' }),
      out('COUNCIL_DATE', { from: 'earlierMeeting' }),
    );
    await secretary.click('council.record', { ...second, heldOn: '2026-12-05' });
    const move = { session: sessionOne, rev: '1', ...meeting, heldOn: '2026-12-06' };
    await assert.rejects(secretary.click('council.amend', move), out('COUNCIL_DATE', { to: 'laterMeeting' }));
  });

  it('no decision before the council nor before the director’s agreement; no submission before the council', async () => {
    const office = await afterCouncil();
    await agreed(office);
    for (const issuedOn of ['2026-12-02', '2026-12-11'])
      await assert.rejects(
        office.as('office').click('decide.record', recording({ issuedOn })),
        out('DECIDE_DATE', { from: 'agreed' }),
      );
    const forward = await confirmation(office, 'office', 'decide.forward', { round });
    await assert.rejects(
      office.as('office').click('decide.forward', { ...forward, ...submission, issuedOn: '2026-12-02' }),
      out('SUBMISSION_DATE', { from: 'met' }),
    );
    assert.equal((await office.dump('submission')).length, 0);
  });

  it('no answer of the parent department before the submission', async () => {
    const office = await afterCouncil();
    await forwarded(office);
    const answer = { nomination: id('thao'), rev: '2', result: 'awarded', number: '77/QĐ-SNV', issuedOn: '2026-12-09' };
    await assert.rejects(
      office.as('office').click('decide.answer', answer),
      out('DECIDE_DATE', { from: 'submission' }),
    );
  });

  it('no revocation before it was agreed to', async () => {
    const office = await afterCouncil();
    await published(office);
    const decision = await revocationAsked(office, id('an'));
    office.set('2026-12-20T09:00:00');
    const agree = await confirmation(office, 'director', 'decide.agreeRevocation', { decision, rev: '1' });
    await office.as('director').click('decide.agreeRevocation', agree);
    const paper = { decision, rev: '2', number: '9', issuedOn: '2026-12-12' };
    await assert.rejects(
      office.as('office').click('decide.record', paper),
      out('DECIDE_DATE', { from: 'revocationAgreed', to: 'today' }),
    );
  });

  it('says everything that is wrong at once', async () => {
    const office = await afterCouncil();
    await agreed(office);
    await assert.rejects(
      office.as('office').click('decide.record', recording({ number: '', issuedOn: '', declineReason: '' })),
      (error: Refused) =>
        error.code === 'DECIDE_NUMBER' && error.also?.map((each) => each.code).join() === 'DECIDE_DATE,DECIDE_REASON',
    );
  });
});

describe('correcting what was recorded', () => {
  it('number and date of a decision, until it is published', async () => {
    const office = await afterCouncil();
    await recorded(office);
    office.set('2026-12-13T09:00:00');
    const rev = await revOf(office, decisionOne);
    const right = { decision: decisionOne, rev, number: '06/QĐ-DVVLKH', issuedOn: '2026-12-13' };
    const { text } = await office.as('office').click('decide.record', right);
    await office.as('office').click('decide.record', right);
    assert.match(text, /Quyết định số 06\/QĐ-DVVLKH ngày 13\/12\/2026/);
    assert.equal((await nominationOf(office, person('an'))).state, 'awarded');
    const data = await confirmation(office, 'office', 'publish.results', { round, decision: decisionOne });
    await office.as('office').click('publish.results', data);
    const late = { ...right, rev: await revOf(office, decisionOne), number: '07/QĐ-DVVLKH' };
    await assert.rejects(office.as('office').click('decide.record', late), code('ALREADY_DONE'));
    assert.equal(await office.as('office').page('decide.paper', { decision: decisionOne }), null);
  });

  it('day and place of a closed meeting, until a result is told; who was there stays', async () => {
    const office = await afterCouncil();
    const moved = { session: sessionOne, ...meeting, heldOn: '2026-12-04', present: person('director') };
    await office.as('secretary').click('council.amend', { ...moved, rev: '1' });
    const [session] = await office.dump('session');
    const data = session?.data as { heldOn: string; present: string[] };
    assert.deepEqual([data.heldOn, data.present.length], ['2026-12-04', 6]);
    await published(office);
    const late = { ...moved, rev: await revOf(office, sessionOne) };
    await assert.rejects(office.as('secretary').click('council.amend', late), code('ALREADY_DONE'));
    assert.equal(await office.as('secretary').page('council.amendment', { session: sessionOne }), null);
  });

  it('number and date of a submission, until an answer is published', async () => {
    const office = await afterCouncil();
    await forwarded(office);
    const [sent] = await office.dump('submission');
    const right = { submission: String(sent?.id), rev: '1', number: '22/TTr-DVVLKH', issuedOn: '2026-12-11' };
    assert.match(
      (await office.as('office').click('decide.submission', right)).text,
      /22\/TTr-DVVLKH ngày 11\/12\/2026/,
    );
    for (const key of ['an', 'vice', 'adviceHead'])
      await assert.rejects(office.as(key).click('decide.submission', right), code('DECIDE_ONLY'));
    const answer = { nomination: id('thao'), rev: '2', result: 'awarded', number: '77/QĐ-SNV', issuedOn: '2026-12-12' };
    await office.as('office').click('decide.answer', answer);
    const data = await confirmation(office, 'office', 'publish.results', { round, decision: decisionOne });
    await office.as('office').click('publish.results', data);
    await assert.rejects(
      office.as('office').click('decide.submission', { ...right, rev: '2', number: '23' }),
      code('ALREADY_DONE'),
    );
  });
});

describe('a number that was given already', () => {
  it('is pointed out, and taken again only knowingly', async () => {
    const office = await afterCouncil();
    await published(office);
    const decision = await revocationAsked(office, id('an'));
    const agree = await confirmation(office, 'director', 'decide.agreeRevocation', { decision, rev: '1' });
    await office.as('director').click('decide.agreeRevocation', agree);
    const paper = { decision, rev: '2', number: '5/qđ-dvvlkh', issuedOn: '2026-12-12' };
    await assert.rejects(
      office.as('office').click('decide.record', paper),
      (error: Refused) => error.code === 'DECIDE_NUMBER_TAKEN' && error.facts?.number === '05/QĐ-DVVLKH',
    );
    assert.equal((await nominationOf(office, person('an'))).state, 'awarded');
    const typed = { number: '5/qđ-dvvlkh', issuedOn: '2026-12-12', taken: 'yes' };
    const form = await office.as('office').page('decide.paper', { decision }, typed);
    assert.match(JSON.stringify(form?.card), /sameNumber/);
    await office.as('office').click('decide.record', { ...paper, sameNumber: 'true' });
    assert.equal((await nominationOf(office, person('an'))).state, 'revoked');
  });

  it('is free in another register: the parent department numbers its own papers', async () => {
    const office = await afterCouncil();
    await published(office);
    await forwarded(office);
    const answer = { rev: '2', result: 'awarded', number: '05/QĐ-DVVLKH', issuedOn: '2026-12-12' };
    await office.as('office').click('decide.answer', { nomination: id('thao'), ...answer });
    // The same paper names both; another date makes it another paper.
    await office.as('office').click('decide.answer', { nomination: id('director'), ...answer });
    assert.equal((await office.dump('decision')).length, 2);
  });
});
