import assert from 'node:assert/strict';
import { type AnswerFacts, answerState, criteriaFor, missingCriteria } from '../../../src/domain/dossier/criteria.ts';
import type { Role } from '../../../src/domain/policy/roles.ts';
import { khanhHoaPlan } from '../../support/khanh-hoa-plan.ts';

const covering = (headGateCovers: 'heads' | 'headsAndDeputies' | 'none') => ({
  ...khanhHoaPlan,
  settings: { ...khanhHoaPlan.settings, headGateCovers },
});
const asked = (covers: Parameters<typeof covering>[0], ...roles: Role[]): string =>
  criteriaFor(covering(covers), { kind: 'person', roles })
    .map(({ id }) => id)
    .join(' ');

describe('criteriaFor', () => {
  it('asks CN3 of those whom the setting names, and of nobody else (R-065)', () => {
    assert.equal(asked('heads', 'staff'), 'CN1 CN2');
    assert.equal(asked('heads', 'head'), 'CN1 CN2 CN3');
    assert.equal(asked('heads', 'director'), 'CN1 CN2 CN3');
    assert.equal(asked('heads', 'deputy', 'office'), 'CN1 CN2');
    assert.equal(asked('headsAndDeputies', 'deputy'), 'CN1 CN2 CN3');
    assert.equal(asked('headsAndDeputies', 'deputyDirector'), 'CN1 CN2 CN3');
    assert.equal(asked('none', 'head', 'director'), 'CN1 CN2');
  });

  it('asks seven of a collective', () => {
    const ids = criteriaFor(khanhHoaPlan, { kind: 'department', roles: [] }).map(({ id }) => id);
    assert.deepEqual(ids, ['TT1', 'TT2', 'TT3', 'TT4', 'TT5', 'TT6', 'TT7']);
  });
});

describe('answerState', () => {
  const cases: readonly [AnswerFacts | undefined, string][] = [
    [undefined, 'untouched'],
    [{ rating: null, words: 'đã làm', reason: '' }, 'noRating'],
    [{ rating: 'met', words: '', reason: '' }, 'noWords'],
    [{ rating: 'notMet', words: 'chưa xong', reason: '' }, 'complete'],
    [{ rating: 'notArisen', words: 'có ghi', reason: '' }, 'noReason'],
    [{ rating: 'notArisen', words: '', reason: 'không có dự án' }, 'complete'],
  ];
  for (const [answer, state] of cases)
    it(`${JSON.stringify(answer)}: ${state}`, () => assert.equal(answerState(answer), state));

  it('lists what is missing in the plan’s order', () => {
    const answers = { CN2: { rating: 'met' as const, words: 'x', reason: '' } };
    assert.deepEqual(missingCriteria(khanhHoaPlan.criteria.person, answers), ['CN1', 'CN3']);
  });
});
