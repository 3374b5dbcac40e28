import assert from 'node:assert/strict';
import { create } from '../../../src/ports/documents.ts';
import { type Round, roundId, roundRecord } from '../../../src/records/round.ts';
import { assertGoodCard } from '../../support/check-card.ts';
import { actionsOf, type Office, openOffice, person, scope } from '../../support/office.ts';
import { codeOf } from '../../support/refusal.ts';
import { instant, round, seedDossier, seedRound } from '../../support/seed-round.ts';

describe('a command while several rounds are open or under way', () => {
  let office: Office;
  async function another(id: string, kind: Round['kind'], year: number, deadline: string): Promise<void> {
    const data: Round = {
      round: id,
      kind,
      year,
      planVersion: office.unit.planVersion,
      opened: { by: person('office'), at: instant(`${year}-10-02T08:00:00`) },
      deadline: instant(deadline),
      graceUntil: null,
      milestones: [],
      nextLookAt: null,
    };
    await office.store.commit(scope.unit, [create(roundRecord, scope, roundId(id), data)]);
  }
  const offered = (card: unknown) =>
    actionsOf(card)
      .filter(({ verb }) => verb === 'command.run')
      .map(({ data }) => data.round);
  const inOne = ['tự đánh giá', 'hồ sơ', 'minh chứng'];
  const atWork = ['tiếp nhận', 'tiến độ', 'mốc việc', 'quyết định', 'công bố', 'kết quả', 'đôn đốc'];

  beforeEach(async () => {
    office = await openOffice({ now: '2026-11-16T09:00:00' });
    await seedRound(office);
  });

  it('asks which, the nearest deadline first, and each of them can be reached', async () => {
    await another('final-2030', 'final', 2030, '2026-11-20T23:59:59.999');
    for (const words of [...inOne, ...atWork]) {
      const asked = await office.as('office').say(words);
      assert.equal(asked.show.page, 'round.which', words);
      assertGoodCard(asked.card);
      assert.deepEqual(offered(asked.card), ['final-2030', round], words);
      for (const { verb, data } of actionsOf(asked.card).filter((action) => action.verb === 'command.run')) {
        const shown = await office.as('office').click(verb, data);
        assert.equal(shown.show.params.round, data.round, words);
      }
    }
    for (const [key, words] of [
      ['secretary', 'hội đồng'],
      ['adviceHead', 'xác nhận'],
      ['adviceHead', 'hồ sơ tập thể'],
    ] as const)
      assert.deepEqual(offered((await office.as(key).say(words)).card), ['final-2030', round], words);
  });

  it('asks nobody who has only one, nor about what concerns no round, and refuses as ever', async () => {
    for (const words of [...inOne, ...atWork]) {
      const shown = await office.as('office').say(words);
      assert.notEqual(shown.show.page, 'round.which', words);
      assert.equal(shown.show.params.round, round, words);
    }
    await another('final-2030', 'final', 2030, '2026-11-20T23:59:59.999');
    for (const words of ['trợ giúp', 'việc của tôi', 'kế hoạch'])
      assert.notEqual((await office.as('office').say(words)).show.page, 'round.which', words);
    assert.equal(await codeOf(office.as('an').say('tiếp nhận')), 'OFFICE_ONLY');
    assert.equal(
      await codeOf(office.as('an').click('command.run', { command: 'assess', round: 'annual-2044' })),
      'NO_ROUND',
    );
    assert.equal(await codeOf(office.as('an').click('command.run', { command: 'nothing', round })), 'UNKNOWN_VERB');
  });

  it('takes staff to the one that is open, and asks the office also of one that is being considered', async () => {
    await seedDossier(office, 'an', { state: 'forwarded' });
    await another('annual-2027', 'annual', 2027, '2027-11-30T23:59:59.999');
    office.set('2027-10-05T09:00:00');
    assert.equal((await office.as('an2').say('tự đánh giá')).show.params.round, 'annual-2027');
    assert.deepEqual(offered((await office.as('office').say('tiếp nhận')).card), ['annual-2027', round]);
    assert.deepEqual(offered((await office.as('secretary').say('hội đồng')).card), ['annual-2027', round]);
  });

  it('means the one that closed last when none is open and nothing is under way', async () => {
    await another('annual-2025', 'annual', 2025, '2025-11-30T23:59:59.999');
    office.set('2027-02-01T09:00:00');
    assert.match((await office.as('office').say('tiếp nhận')).text, /2026/);
  });
});
