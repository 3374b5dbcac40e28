import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type DateLimits, dateProblems } from '../../../src/domain/calendar/milestone-order.ts';
import type { MilestoneId } from '../../../src/domain/calendar/milestones.ts';
import { milestoneIds } from '../../../src/domain/plan/plan.ts';

const limits: DateLimits = { from: '2026-10-01', isOpen: true, deadline: '2026-11-30', to: '2027-12-31' };
const inOrder: [MilestoneId, string][] = [
  ['departmentMeeting', '2026-11-20'],
  ['supplement', '2026-12-05'],
  ['qualityRating', '2026-12-15'],
  ['council', '2026-12-08'],
  ['councilReport', '2026-12-09'],
  ['proposedList', '2026-12-10'],
  ['decision', '2026-12-20'],
  ['toSo', '2026-12-20'],
  ['ceremony', '2026-12-28'],
  ['payment', '2026-12-31'],
  ['filing', '2027-06-30'],
];
const with_ = (more: [MilestoneId, string][]): Map<MilestoneId, string> => new Map([...inOrder, ...more]);
const found = (more: [MilestoneId, string][], of: Partial<DateLimits> = {}) =>
  dateProblems(
    with_(more),
    more.map(([id]) => id),
    { ...limits, ...of },
  );

describe('the order of milestones', () => {
  it('is that of the work, the same day allowed', () => {
    assert.deepEqual(dateProblems(with_([]), milestoneIds, limits), []);
    assert.deepEqual(found([['council', '2026-12-05']]), []);
    assert.deepEqual(found([['departmentMeeting', '2026-11-30']]), []);
    assert.deepEqual(found([['supplement', '2026-11-30']]), []);
  });

  const wrong: [more: [MilestoneId, string][], problems: object[]][] = [
    [[['decision', '2026-12-09']], [{ code: 'MILESTONE_ORDER', first: 'proposedList', of: ['decision'] }]],
    [[['payment', '2026-12-19']], [{ code: 'MILESTONE_ORDER', first: 'decision', of: ['payment'] }]],
    [
      [['council', '2026-12-29']],
      [
        {
          code: 'MILESTONE_ORDER',
          first: 'council',
          of: ['councilReport', 'proposedList', 'decision', 'toSo', 'ceremony'],
        },
      ],
    ],
    [[['toSo', '2026-11-29']], [{ code: 'MILESTONE_BEFORE_DEADLINE', of: ['toSo'] }]],
    [[['departmentMeeting', '2026-12-01']], [{ code: 'MILESTONE_AFTER_DEADLINE', of: ['departmentMeeting'] }]],
    [
      [
        ['qualityRating', '2026-09-30'],
        ['filing', '2028-01-01'],
      ],
      [
        { code: 'MILESTONE_BEFORE_OPENING', of: ['qualityRating'] },
        { code: 'MILESTONE_TOO_LATE', of: ['filing'] },
      ],
    ],
  ];
  for (const [more, problems] of wrong)
    it(`${JSON.stringify(more)}: ${JSON.stringify(problems)}`, () => {
      assert.deepEqual(found(more), problems);
    });

  it('of a round that waits: nothing in the past', () => {
    const of = { from: '2026-11-02', isOpen: false };
    assert.deepEqual(found([['departmentMeeting', '2026-11-01']], of), [
      { code: 'MILESTONE_PAST', of: ['departmentMeeting'] },
    ]);
  });

  it('looks past what has no date', () => {
    const dates = new Map<MilestoneId, string>([
      ['council', '2026-12-10'],
      ['payment', '2026-12-09'],
    ]);
    assert.deepEqual(dateProblems(dates, ['payment'], limits), [
      { code: 'MILESTONE_ORDER', first: 'council', of: ['payment'] },
    ]);
  });

  it('says nothing of dates that nobody changed: the deadline may have moved since', () => {
    const moved = { ...limits, deadline: '2026-12-31' };
    assert.deepEqual(dateProblems(with_([]), ['qualityRating'], moved), []);
  });

  const day = fc
    .integer({ min: 0, max: 500 })
    .map((n) => new Date(Date.UTC(2026, 8, 1 + n)).toISOString().slice(0, 10));
  const somes = fc.subarray([...milestoneIds]);
  const dates = somes.chain((ids) =>
    fc.tuple(...ids.map((id) => fc.tuple(fc.constant(id), day))).map((of) => new Map(of)),
  );

  it('names changed milestones, or what they are out of order with; each once in a sentence', () => {
    fc.assert(
      fc.property(dates, somes, (of, changed) => {
        for (const problem of dateProblems(of, changed, limits)) {
          const named = [...problem.of, ...('first' in problem ? [problem.first] : [])];
          assert.equal(new Set(named).size, named.length);
          assert.ok(named.every((id) => of.has(id)));
          assert.ok(named.some((id) => changed.includes(id)) || named.length > 1);
          if ('first' in problem)
            for (const id of problem.of) assert.ok((of.get(problem.first) ?? '') > (of.get(id) ?? ''));
        }
        assert.deepEqual(dateProblems(of, [], limits), []);
      }),
    );
  });

  it('of dates that are all refused for nothing else, putting them in order of the work is always accepted', () => {
    const work: MilestoneId[] = [
      'departmentMeeting',
      'supplement',
      'council',
      'councilReport',
      'proposedList',
      'decision',
      'toSo',
      'ceremony',
      'payment',
      'filing',
    ];
    const late = fc
      .integer({ min: 0, max: 390 })
      .map((n) => new Date(Date.UTC(2026, 10, 30 + n)).toISOString().slice(0, 10));
    fc.assert(
      fc.property(fc.array(late, { minLength: 9, maxLength: 9 }), (days) => {
        const sorted = ['2026-11-30', ...days.sort()];
        const of = new Map(work.map((id, i) => [id, sorted[i] ?? '']));
        assert.deepEqual(dateProblems(of, work, limits), []);
      }),
    );
  });
});
