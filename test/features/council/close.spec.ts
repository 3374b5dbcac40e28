import assert from 'node:assert/strict';
import type { Plan } from '../../../src/domain/plan/plan.ts';
import {
  crowd,
  dossier,
  meeting,
  nomination,
  nominationOf,
  openedRound,
  present,
  round,
  sessionOne,
} from '../../support/before-council.ts';
import { assertGoodCard } from '../../support/check-card.ts';
import { cutOff } from '../../support/cut-off.ts';
import { actionsOf, dept, type Office, openOffice, person } from '../../support/office.ts';

const code = (expected: string) => (error: { code?: string }) => error.code === expected;

interface Setup {
  readonly votes: Readonly<Record<string, Record<string, string>>>;
  readonly plan?: (plan: Plan) => Plan;
  readonly present?: string;
}
/** A recorded meeting: votes by candidate, 5 for and 0 against unless said. */
async function voted({ votes, plan, present: there }: Setup): Promise<Office> {
  const office = await openOffice({ now: '2026-12-04T09:00:00', ...(plan === undefined ? {} : { plan }) });
  await openedRound(office);
  const candidates = Object.keys(votes);
  for (const candidate of candidates) await dossier(office, candidate);
  const secretary = office.as('secretary');
  await secretary.click('council.record', {
    round,
    number: '1',
    ...meeting,
    dossiers: candidates.join(','),
    ...(there === undefined ? {} : { present: there }),
  });
  for (const [candidate, more] of Object.entries(votes)) {
    await secretary.click('council.save', {
      session: sessionOne,
      candidate,
      rev: '2',
      level: 'unit',
      agree: '5',
      disagree: '0',
      ...more,
    });
  }
  return office;
}
async function confirmation(office: Office): Promise<Record<string, unknown>> {
  const { card, show } = await office.as('secretary').click('council.close', { session: sessionOne });
  assert.equal(show.page, 'council.closing');
  assertGoodCard(card);
  return actionsOf(card).find((action) => action.verb === 'council.close')?.data ?? {};
}
const state = async (office: Office, candidate: string) => (await nominationOf(office, candidate)).state;

describe('closing the council’s results', () => {
  it('asks first, then moves each dossier by the rule and asks the director to decide', async () => {
    const office = await voted({
      votes: {
        [dept('advice')]: { outstanding: 'true' },
        [person('adviceHead')]: {},
        [person('an')]: { agree: '4', disagree: '2' },
        [person('thao')]: { agree: '3', disagree: '3' },
      },
    });
    const data = await confirmation(office);
    assert.equal(await state(office, person('an')), 'tabled');
    const { text } = await office.as('secretary').click('council.close', data);
    assert.match(text, /đề nghị khen thưởng 3 hồ sơ, chưa đề nghị 1 hồ sơ/);
    assert.equal(await state(office, dept('advice')), 'recommended');
    assert.equal(await state(office, person('adviceHead')), 'recommended');
    assert.equal(await state(office, person('an')), 'recommended');
    assert.equal(await state(office, person('thao')), 'notRecommended');
    assert.deepEqual(
      (await office.owed('decide.request')).map((owed) => owed.to),
      ['director'],
    );
    assert.equal((await office.owed()).length, 1);
  });

  it('does not recommend a head whose collective is not outstanding, whatever the votes (R-065)', async () => {
    const office = await voted({
      votes: { [dept('advice')]: { outstanding: 'false' }, [person('adviceHead')]: {} },
    });
    const { text } = await office.as('secretary').click('council.close', { session: sessionOne });
    assert.match(text, /thủ trưởng đơn vị: Đỗ Ăn/);
    await office.as('secretary').click('council.close', await confirmation(office));
    assert.equal(await state(office, dept('advice')), 'recommended');
    assert.equal(await state(office, person('adviceHead')), 'notRecommended');
  });

  it('measures against those present when the plan says so', async () => {
    const office = await voted({
      votes: { [person('an')]: { agree: '3', disagree: '1' } },
      present: present('director', 'vice', 'officeHead', 'secretary'),
      plan: (plan) => ({
        ...plan,
        settings: { ...plan.settings, council: { ...plan.settings.council, passOf: 'present' } },
      }),
    });
    await office.as('secretary').click('council.close', await confirmation(office));
    assert.equal(await state(office, person('an')), 'recommended');
  });

  it('refuses a meeting below its quorum, with the figures', async () => {
    const office = await voted({
      votes: { [person('an')]: { agree: '3' } },
      present: present('director', 'vice', 'secretary'),
    });
    await assert.rejects(
      office.as('secretary').click('council.close', { session: sessionOne, confirm: 'yes' }),
      (error: { code?: string; facts?: Record<string, unknown> }) =>
        error.code === 'COUNCIL_NO_QUORUM' &&
        error.facts?.present === 3 &&
        error.facts?.total === 6 &&
        error.facts?.needed === 4,
    );
    assert.equal(await state(office, person('an')), 'tabled');
  });

  it('refuses while a dossier lacks figures, or has figures that no longer fit who was there', async () => {
    const office = await voted({ votes: { [person('an')]: { agree: '6' } } });
    await dossier(office, person('thao'));
    const secretary = office.as('secretary');
    await secretary.click('council.add', { session: sessionOne, rev: '1', dossiers: person('thao') });
    await assert.rejects(
      secretary.click('council.close', { session: sessionOne }),
      (error: { code?: string; facts?: Record<string, unknown> }) =>
        error.code === 'COUNCIL_UNFINISHED' && error.facts?.count === 1 && String(error.facts?.first).includes('Thảo'),
    );
    await secretary.click('council.drop', { session: sessionOne, rev: '2', candidate: person('thao') });
    const five = present('director', 'vice', 'officeHead', 'secretary', 'adviceHead');
    await secretary.click('council.amend', { session: sessionOne, rev: '3', ...meeting, present: five });
    await assert.rejects(secretary.click('council.close', { session: sessionOne }), code('COUNCIL_UNFINISHED'));
    assert.match((await secretary.click('council.session', { session: sessionOne })).text, /Cần ghi lại/);
  });

  it('refuses whoever is not the secretary, and a card drawn before the last change', async () => {
    const office = await voted({ votes: { [person('an')]: {} } });
    const data = await confirmation(office);
    for (const key of ['director', 'office', 'an']) {
      await assert.rejects(office.as(key).click('council.close', data), code('COUNCIL_SECRETARY_ONLY'));
    }
    await office.as('secretary').click('council.save', {
      session: sessionOne,
      candidate: person('an'),
      rev: '3',
      level: 'so',
      agree: '6',
      disagree: '0',
    });
    await assert.rejects(office.as('secretary').click('council.close', data), code('ALREADY_DONE'));
    await assert.rejects(
      office.as('secretary').click('council.close', { session: sessionOne, confirm: 'yes' }),
      code('ALREADY_DONE'),
    );
    assert.equal(await state(office, person('an')), 'tabled');
  });

  it('changes nothing the second time, and nothing else may change afterwards', async () => {
    const office = await voted({ votes: { [person('an')]: {} } });
    const data = await confirmation(office);
    const secretary = office.as('secretary');
    await secretary.click('council.close', data);
    const before = [await office.dump('nomination'), await office.dump('session'), await office.dump('delivery')];
    await secretary.click('council.close', data);
    assert.deepEqual(
      [await office.dump('nomination'), await office.dump('session'), await office.dump('delivery')],
      before,
    );
    const vote = { session: sessionOne, candidate: person('an'), rev: '4', level: 'unit', agree: '1', disagree: '5' };
    await assert.rejects(secretary.click('council.save', vote), code('ALREADY_DONE'));
    await assert.rejects(
      secretary.click('council.amend', { session: sessionOne, rev: '1', ...meeting }),
      code('ALREADY_DONE'),
    );
    await assert.rejects(
      secretary.click('council.drop', { session: sessionOne, rev: '2', candidate: person('an') }),
      code('ALREADY_DONE'),
    );
    await assert.rejects(
      secretary.click('council.add', { session: sessionOne, rev: '2', dossiers: 'all' }),
      code('ALREADY_DONE'),
    );
  });

  it('passes over a dossier put on hold meanwhile; resumed, it waits for another session', async () => {
    const office = await voted({ votes: { [person('an')]: {}, [person('thao')]: {} } });
    const hold = async (to: 'onHold' | 'tabled') => {
      const stored = await office.store.get('test-unit', nomination(person('thao')));
      assert.ok(stored);
      const data = { ...(stored.doc.data as object), state: to };
      const doc = {
        ...stored.doc,
        rev: stored.doc.rev + 1,
        data,
        index: { ...stored.doc.index, state: `${round}:${to}` },
      };
      await office.store.commit('test-unit', [{ op: 'replace', doc, etag: stored.etag }]);
    };
    await hold('onHold');
    await office.as('secretary').click('council.close', await confirmation(office));
    assert.equal(await state(office, person('thao')), 'onHold');
    await hold('tabled');
    const { text, card } = await office.as('secretary').say('hội đồng');
    assert.match(text, /Thảo Nguyên/);
    assert.ok(actionsOf(card).some((action) => action.verb === 'council.form'));
    await office.as('secretary').click('council.record', { round, number: '2', ...meeting, dossiers: person('thao') });
    const second = await office.as('secretary').click('council.session', { session: `session:${round}:2` });
    assert.match(second.text, /Chưa ghi/);
  });

  for (const [level, other, source] of [
    [
      'unit',
      'Khen thưởng cấp Sở, tập thể',
      /Căn cứ: Khoản 3 Mục IV Kế hoạch số 10348\/KH-UBND ngày 25\/10\/2022(?! và)/,
    ],
    ['so', 'Khen thưởng cấp đơn vị, tập thể', /Căn cứ: [^\n]* và quy định khen thưởng của Sở/],
  ] as const)
    it(`warns above the quota of level ${level} and cuts nobody; says where it stands and which is not entered`, async () => {
      const office = await voted({
        votes: { [person('an')]: { level }, [person('thao')]: { level } },
        plan: (plan) => ({
          ...plan,
          quotas: plan.quotas.map((quota) =>
            quota.level === level && quota.candidate === 'person' ? { ...quota, limit: { count: 1 } } : quota,
          ),
        }),
      });
      const { text } = await office.as('secretary').click('council.close', { session: sessionOne });
      assert.match(text, /cá nhân: đề nghị 2, vượt số lượng 1\./);
      assert.match(text, source);
      assert.ok(text.split('Số lượng khen thưởng chưa nhập: ')[1]?.includes(other), text);
      await office.as('secretary').click('council.close', await confirmation(office));
      assert.equal(await state(office, person('an')), 'recommended');
      assert.equal(await state(office, person('thao')), 'recommended');
    });

  it('moves ninety dossiers in steps; a run cut off after any step is finished by the next', async () => {
    for (const dies of [1, 2, 3, 4]) {
      const office = await openOffice({ now: '2026-12-04T09:00:00' });
      await openedRound(office);
      const council = { session: sessionOne, level: 'unit', agree: 5, disagree: 0, note: '', outstanding: null };
      await crowd(office, 90, { council });
      const secretary = office.as('secretary');
      await secretary.click('council.record', { round, number: '1', ...meeting, dossiers: 'all' });
      const data = await confirmation(office);
      await cutOff(office, dies, () => secretary.click('council.close', data));
      const moved = async () =>
        (await office.dump('nomination')).filter((doc) => doc.index.state === `${round}:recommended`).length;
      assert.equal(await moved(), Math.min((dies - 1) * 40, 90));
      if (dies > 1) {
        await assert.rejects(
          secretary.click('council.add', { session: sessionOne, rev: '1', dossiers: 'all' }),
          code('ALREADY_DONE'),
        );
      }
      await secretary.click('council.close', await confirmation(office));
      assert.equal(await moved(), 90);
      assert.equal((await office.owed('decide.request')).length, 1);
    }
  }).timeout(20_000);
});
