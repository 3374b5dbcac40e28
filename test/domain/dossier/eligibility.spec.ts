import assert from 'node:assert/strict';
import { criteriaFor } from '../../../src/domain/dossier/criteria.ts';
import { type EligibilityFacts, eligibility } from '../../../src/domain/dossier/eligibility.ts';
import { khanhHoaPlan } from '../../support/khanh-hoa-plan.ts';

const criteria = criteriaFor(khanhHoaPlan, { kind: 'department', roles: [] });
const met = { rating: 'met' as const, words: 'Đã làm', reason: '' };
const complete: EligibilityFacts = {
  criteria,
  answers: Object.fromEntries(criteria.map(({ id }) => [id, met])),
  evidence: { count: 2, unassigned: 0 },
  opinion: { kind: 'agree', reason: '' },
  meeting: { setting: 'recorded', heldOn: '10/11/2026' },
  candidate: { kind: 'person', presence: 'active' },
  sent: { at: '09:00 10/11/2026', lateReason: null },
  gate: { applies: true, outstanding: true },
  originalReceivedOn: '12/11/2026',
};
const found = (more: Partial<EligibilityFacts>, id: string): string | undefined => {
  const check = eligibility({ ...complete, ...more }).find((c) => c.id === id);
  return check && `${check.result} ${check.finding}`;
};
const without = (...ids: string[]) =>
  Object.fromEntries(criteria.filter((c) => !ids.includes(c.id)).map(({ id }) => [id, met]));
const withAnswer = (id: string, answer: EligibilityFacts['answers'][string]) => ({
  answers: { ...complete.answers, [id]: answer },
});

describe('eligibility', () => {
  it('finds a complete dossier in order everywhere', () => {
    assert.deepEqual(
      eligibility(complete).map((c) => `${c.id} ${c.result}`),
      [
        'answered',
        'selfRating',
        'words',
        'evidence',
        'opinion',
        'meeting',
        'candidate',
        'time',
        'gate',
        'original',
      ].map((id) => `${id} ok`),
    );
  });

  const department = { kind: 'department' as const, writesCollective: true, isOffice: false };
  const table: [what: string, more: Partial<EligibilityFacts>, check: string, finding: string | undefined][] = [
    ['two criteria unanswered', { answers: without('TT1', 'TT7') }, 'answered', 'look some'],
    ['a rating taken back', withAnswer('TT1', { ...met, rating: null }), 'answered', 'look some'],
    ['nothing answered', { answers: {} }, 'answered', 'none nothing'],
    ['one criterion not met', withAnswer('TT2', { ...met, rating: 'notMet' }), 'selfRating', 'look doubtful'],
    [
      'a criterion that may not arise',
      withAnswer('TT3', { rating: 'notArisen', words: '', reason: 'Không có dự án' }),
      'selfRating',
      'ok counts',
    ],
    [
      'one that always arises said not to',
      withAnswer('TT1', { rating: 'notArisen', words: '', reason: 'x' }),
      'selfRating',
      'look doubtful',
    ],
    ['met without words', withAnswer('TT2', { ...met, words: '' }), 'words', 'look some'],
    [
      'not arisen without a reason',
      withAnswer('TT3', { rating: 'notArisen', words: 'x', reason: '' }),
      'words',
      'look some',
    ],
    ['no words at all', { answers: {} }, 'words', 'none nothing'],
    ['no evidence', { evidence: { count: 0, unassigned: 0 } }, 'evidence', 'none nothing'],
    ['a file without criterion', { evidence: { count: 3, unassigned: 1 } }, 'evidence', 'look unassigned'],
    ['no opinion yet', { opinion: null }, 'opinion', 'none nothing'],
    ['a head who disagrees', { opinion: { kind: 'disagree', reason: 'x' } }, 'opinion', 'look disagree'],
    ['a head who let it pass', { opinion: { kind: 'overdue', reason: '' } }, 'opinion', 'look overdue'],
    ['no meeting, only recorded', { meeting: { setting: 'recorded', heldOn: '' } }, 'meeting', 'none nothing'],
    ['no meeting though required', { meeting: { setting: 'required', heldOn: '' } }, 'meeting', 'none required'],
    ['meetings switched off', { meeting: { setting: 'off', heldOn: '' } }, 'meeting', undefined],
    ['someone on leave', { candidate: { kind: 'person', presence: 'onLeave' } }, 'candidate', 'look onLeave'],
    ['someone who left', { candidate: { kind: 'person', presence: 'left' } }, 'candidate', 'look left'],
    ['a professional department', { candidate: department }, 'candidate', 'ok collective'],
    ['the leadership', { candidate: { ...department, writesCollective: false } }, 'candidate', 'look notCollective'],
    ['the office where it may', { candidate: { ...department, isOffice: true } }, 'candidate', 'ok collective'],
    [
      'the office where it may not',
      { candidate: { ...department, isOffice: true, writesCollective: false } },
      'candidate',
      'look officeNotEligible',
    ],
    ['a late dossier', { sent: { at: '', lateReason: 'Mất mạng' } }, 'time', 'look toBeLate'],
    ['a gate that does not bind', { gate: { applies: false, outstanding: false } }, 'gate', undefined],
    ['a collective not considered yet', { gate: { applies: true, outstanding: null } }, 'gate', 'none notYet'],
    [
      'a collective that is not outstanding',
      { gate: { applies: true, outstanding: false } },
      'gate',
      'look notOutstanding',
    ],
    ['no original', { originalReceivedOn: '' }, 'original', 'none nothing'],
  ];
  for (const [what, more, check, finding] of table) {
    it(`${what}: ${finding ?? 'no check'}`, () => assert.equal(found(more, check), finding));
  }

  it('names the criteria to look at', () => {
    const checks = eligibility({ ...complete, answers: without('TT1', 'TT7') });
    assert.deepEqual(checks[0]?.facts, { n: 2, of: 7, ids: 'TT1, TT7' });
  });
});
