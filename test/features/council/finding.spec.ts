import assert from 'node:assert/strict';
import { dossier, meeting, nominationOf, openedRound, round, sessionOne } from '../../support/before-council.ts';
import { assertGoodCard } from '../../support/check-card.ts';
import { dept, type Office, openOffice, person } from '../../support/office.ts';

const code = (expected: string) => (error: { code?: string }) => error.code === expected;
const vote = (candidate: string, more: Record<string, unknown> = {}) => ({
  session: sessionOne,
  candidate,
  rev: '2',
  level: 'unit',
  agree: '5',
  disagree: '1',
  note: '',
  ...more,
});

async function tabled(candidates: string[], setup: Parameters<typeof openOffice>[0] = {}): Promise<Office> {
  const office = await openOffice({ now: '2026-12-04T09:00:00', ...setup });
  await openedRound(office);
  for (const candidate of candidates) await dossier(office, candidate);
  await office
    .as('secretary')
    .click('council.record', { round, number: '1', ...meeting, dossiers: candidates.join(',') });
  return office;
}

describe('the vote on a candidate', () => {
  it('is kept with its level and goes on to the next candidate', async () => {
    const office = await tabled([person('an'), person('thao')]);
    const first = await office
      .as('secretary')
      .click('council.save', vote(person('an'), { level: 'so', note: ' tốt ' }));
    assert.deepEqual((await nominationOf(office, person('an'))).council, {
      session: sessionOne,
      level: 'so',
      agree: 5,
      disagree: 1,
      note: 'tốt',
      outstanding: null,
    });
    assert.equal(first.show.page, 'council.case');
    assert.match(first.text, /Thảo Nguyên/);
    const last = await office
      .as('secretary')
      .click('council.save', vote(person('thao'), { agree: '2', disagree: '4' }));
    assert.equal(last.show.page, 'council.session');
    assert.match(last.text, /5\/6 thành viên, tỷ lệ 83,33%/);
    assert.match(last.text, /Không đạt tỷ lệ/);
  });

  for (const [name, change, expected] of [
    ['more votes than members', { agree: '5', disagree: '2' }, 'COUNCIL_TOO_MANY'],
    ['a negative count', { agree: '-1' }, 'COUNCIL_FIGURES'],
    ['a decimal', { disagree: '1,5' }, 'COUNCIL_FIGURES'],
    ['an empty count', { agree: '' }, 'COUNCIL_FIGURES'],
    ['a level that the plan does not have', { level: 'province' }, 'COUNCIL_LEVEL'],
    ['too long a note', { note: 'ă'.repeat(1_001) }, 'TOO_LONG'],
  ] as const) {
    it(`refuses ${name} and gives back what was typed`, async () => {
      const office = await tabled([person('an')]);
      const data = vote(person('an'), change);
      await assert.rejects(
        office.as('secretary').click('council.save', data),
        (error: { code?: string; typed?: Record<string, string> }) =>
          error.code === expected && error.typed?.agree === data.agree && error.typed?.note === data.note,
      );
      assert.equal((await nominationOf(office, person('an'))).council, null);
    });
  }

  it('leaves out the candidate who is there as a member', async () => {
    const office = await tabled([person('adviceHead')]);
    const all = vote(person('adviceHead'), { agree: '6', disagree: '0', outstanding: 'true' });
    await assert.rejects(office.as('secretary').click('council.save', all), code('COUNCIL_TOO_MANY'));
    await office.as('secretary').click('council.save', { ...all, agree: '5' });
    assert.equal((await nominationOf(office, person('adviceHead'))).council?.agree, 5);
  });

  it('takes a second click as the first, and never overwrites what another has recorded meanwhile', async () => {
    const office = await tabled([person('an')]);
    await office.as('secretary').click('council.save', vote(person('an')));
    await office.as('secretary').click('council.save', vote(person('an')));
    await assert.rejects(
      office.as('secretary').click('council.save', vote(person('an'), { agree: '6', disagree: '0' })),
      (error: { code?: string; facts?: { by?: string } }) =>
        error.code === 'ALREADY_DONE' && error.facts?.by === 'Phạm Thị Mỹ Lệ',
    );
    assert.equal((await nominationOf(office, person('an'))).council?.agree, 5);
    await office.as('secretary').click('council.save', vote(person('an'), { rev: '3', agree: '6', disagree: '0' }));
    assert.equal((await nominationOf(office, person('an'))).council?.agree, 6);
  });

  it('is recorded by the secretary, and the secretary’s own case by the chair or a vice-chair', async () => {
    const office = await tabled([person('secretary'), person('an')]);
    const own = vote(person('secretary'), { agree: '5', disagree: '0' });
    await assert.rejects(office.as('secretary').click('council.save', own), code('COUNCIL_OWN_CASE'));
    assert.equal(
      await office.as('secretary').page('council.case', { session: sessionOne, candidate: person('secretary') }),
      null,
    );
    for (const key of ['adviceHead', 'office', 'an']) {
      await assert.rejects(office.as(key).click('council.save', vote(person('an'))), code('COUNCIL_SECRETARY_ONLY'));
    }
    await assert.rejects(office.as('vice').click('council.save', vote(person('an'))), code('COUNCIL_SECRETARY_ONLY'));
    await office.as('vice').click('council.save', own);
    assert.equal((await nominationOf(office, person('secretary'))).council?.agree, 5);
  });

  it('of one of two secretaries is recorded by the other, as the refusal says', async () => {
    const office = await tabled([person('secretary')], {
      people: { office: { roles: ['office', 'councilSecretary'] } },
    });
    const own = vote(person('secretary'), { agree: '5', disagree: '0' });
    await assert.rejects(office.as('secretary').click('council.save', own), code('OWN_DOSSIER'));
    await assert.rejects(office.as('vice').click('council.save', own), code('COUNCIL_SECRETARY_ONLY'));
    await office.as('office').click('council.save', own);
    assert.equal((await nominationOf(office, person('secretary'))).council?.agree, 5);
  });

  it('refuses a candidate who is not before the meeting', async () => {
    const office = await tabled([person('an')]);
    await dossier(office, person('thao'));
    await assert.rejects(
      office.as('secretary').click('council.save', vote(person('thao'))),
      code('COUNCIL_NOT_BEFORE'),
    );
    await assert.rejects(
      office.as('secretary').click('council.save', { ...vote(person('an')), session: 'session:annual-2026:9' }),
      code('NOTHING_TO_SHOW'),
    );
  });

  it('asks of a collective whether it is outstanding, and holds its head to the answer (R-065)', async () => {
    const office = await tabled([dept('advice'), person('adviceHead')]);
    const secretary = office.as('secretary');
    await assert.rejects(secretary.click('council.save', vote(dept('advice'))), code('COUNCIL_OUTSTANDING'));
    const before = await secretary.click('council.case', { session: sessionOne, candidate: person('adviceHead') });
    assert.match(before.text, /cũng được xét tại phiên này/);
    await secretary.click('council.save', vote(dept('advice'), { outstanding: 'false' }));
    const { text, card } = await secretary.click(
      'council.save',
      vote(person('adviceHead'), { agree: '5', disagree: '0' }),
    );
    assert.match(text, /Chưa đủ điều kiện/);
    assertGoodCard(card);
    await secretary.click('council.save', vote(dept('advice'), { rev: '3', outstanding: 'true' }));
    const after = await secretary.click('council.session', { session: sessionOne });
    assert.doesNotMatch(after.text, /Chưa đủ điều kiện/);
  });

  it('asks the secretary to state it when the collective has no dossier, unless the rule covers nobody', async () => {
    const office = await tabled([person('adviceHead')]);
    const data = vote(person('adviceHead'), { agree: '5', disagree: '0' });
    await assert.rejects(office.as('secretary').click('council.save', data), code('COUNCIL_OUTSTANDING'));
    await office.as('secretary').click('council.save', { ...data, outstanding: 'false' });
    assert.match(
      (await office.as('secretary').click('council.session', { session: sessionOne })).text,
      /Chưa đủ điều kiện/,
    );
    const free = await tabled([person('adviceHead')], {
      plan: (plan) => ({ ...plan, settings: { ...plan.settings, headGateCovers: 'none' } }),
    });
    const { text } = await free.as('secretary').click('council.save', data);
    assert.doesNotMatch(text, /Chưa đủ điều kiện/);
  });
});
