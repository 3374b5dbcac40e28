import assert from 'node:assert/strict';
import { inEnglish } from '../../../src/domain/plan/in-english.ts';
import { plannedRounds } from '../../../src/domain/plan/rounds.ts';
import { khanhHoaPlan as plan } from '../../support/khanh-hoa-plan.ts';

describe('the plan for who reads English', () => {
  const spoken = inEnglish(plan);
  it('names every round, stage, level, award and criterion', () => {
    const vietnamese = /đ|\p{M}/iu;
    const names = [
      ...plannedRounds(spoken).map(({ name }) => name),
      ...spoken.levels.flatMap(({ name, award }) => [name, award]),
      ...spoken.stages.flatMap(({ name, review }) => [name, review]),
      ...Object.values(spoken.criteria).flatMap((all) => all.map(({ name }) => name)),
    ];
    assert.deepEqual(
      names.filter((name) => vietnamese.test(name.normalize('NFD'))),
      [],
    );
  });
  it('keeps the plan’s words, rules and authorities', () => {
    assert.deepEqual(spoken.text, plan.text);
    assert.deepEqual(
      spoken.criteria.person.map(({ text, headsOnly }) => [text, headsOnly]),
      plan.criteria.person.map(({ text, headsOnly }) => [text, headsOnly]),
    );
    assert.deepEqual(
      spoken.levels.map(({ authority }) => authority),
      plan.levels.map(({ authority }) => authority),
    );
  });
  it('says in Vietnamese what has no English name, and is itself where nothing has', () => {
    const { english: _all, ...none } = plan;
    assert.equal(inEnglish(none), none);
    const some = inEnglish({ ...plan, english: { rounds: {}, levels: { so: 'Department' }, criteria: {} } });
    assert.deepEqual(
      some.levels.map(({ name, award }) => [name, award]),
      [
        ['Department', plan.levels[0]?.award],
        [plan.levels[1]?.name, plan.levels[1]?.award],
      ],
    );
    assert.deepEqual(some.stages, plan.stages);
    assert.equal(some.calendar.rounds[0]?.name, plan.calendar.rounds[0]?.name);
  });
});
