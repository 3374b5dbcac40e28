import type { MilestoneId } from './milestones.ts';

/** Dates by milestone, `yyyy-MM-dd`; those without one are absent. */
export type Dates = ReadonlyMap<MilestoneId, string>;

/** Between which days the milestones of a round may lie; all `yyyy-MM-dd` in the plan's zone. */
export interface DateLimits {
  /** Of a round that is open the day of its opening, of one that waits for it today. */
  readonly from: string;
  readonly isOpen: boolean;
  /** The last day on which a dossier may be sent. */
  readonly deadline: string;
  readonly to: string;
}

/** What is wrong with which milestones. `MILESTONE_ORDER`: none of them may be before `first`. */
export type DateProblem =
  | {
      readonly code:
        | 'MILESTONE_BEFORE_OPENING'
        | 'MILESTONE_PAST'
        | 'MILESTONE_TOO_LATE'
        | 'MILESTONE_AFTER_DEADLINE'
        | 'MILESTONE_BEFORE_DEADLINE';
      readonly of: readonly MilestoneId[];
    }
  | { readonly code: 'MILESTONE_ORDER'; readonly first: MilestoneId; readonly of: readonly MilestoneId[] };

/** What has to be over before a milestone's own day; the same day is allowed. The year's rating follows a calendar of its own. */
const after: Partial<Record<MilestoneId, readonly MilestoneId[]>> = {
  council: ['supplement'],
  councilReport: ['council'],
  proposedList: ['council'],
  decision: ['councilReport', 'proposedList'],
  toSo: ['council'],
  ceremony: ['decision'],
  payment: ['decision'],
  filing: ['decision'],
};

/** Everything before it, whether or not what lies between has a date. */
const before = (id: MilestoneId): MilestoneId[] => (after[id] ?? []).flatMap((each) => [each, ...before(each)]);

/** The meeting belongs to the time to send; what the council and the office do with the dossiers begins when that is over. */
const isBySending = (id: MilestoneId): boolean => id === 'departmentMeeting';
const isAfterSending = (id: MilestoneId): boolean => id === 'supplement' || before(id).includes('supplement');

/**
 * All that is wrong with the dates of a round, in the order of the work. Only what concerns a date in `changed` is said: how the others
 * stand was allowed once, and the deadline may have moved since.
 * @param dates of every milestone that is not done, the changed ones as they are to be
 */
export function dateProblems(dates: Dates, changed: readonly MilestoneId[], limits: DateLimits): DateProblem[] {
  const where = (isWrong: (on: string, id: MilestoneId) => boolean): MilestoneId[] =>
    changed.filter((id) => {
      const on = dates.get(id);
      return on !== undefined && isWrong(on, id);
    });
  const early = where((on) => on < limits.from);
  const late = where((on) => on > limits.to);
  const misplaced = [...early, ...late];
  const inside = where((_, id) => !misplaced.includes(id));
  const beyond = inside.filter((id) => isBySending(id) && (dates.get(id) ?? '') > limits.deadline);
  const tooSoon = inside.filter((id) => isAfterSending(id) && (dates.get(id) ?? '') < limits.deadline);
  const ranges = [
    { code: limits.isOpen ? ('MILESTONE_BEFORE_OPENING' as const) : ('MILESTONE_PAST' as const), of: early },
    { code: 'MILESTONE_TOO_LATE' as const, of: late },
    { code: 'MILESTONE_AFTER_DEADLINE' as const, of: beyond },
    { code: 'MILESTONE_BEFORE_DEADLINE' as const, of: tooSoon },
  ];
  // What is out of place altogether would seem out of order with everything.
  const placed = new Map([...dates].filter(([id]) => ![...misplaced, ...tooSoon].includes(id)));
  return [...ranges.filter(({ of }) => of.length > 0), ...disorder(placed, changed)];
}

/** Each milestone against the latest of what should be before it, gathered by that one: a single wrong date is a single sentence. */
function disorder(dates: Dates, changed: readonly MilestoneId[]): DateProblem[] {
  const found = new Map<MilestoneId, MilestoneId[]>();
  for (const [id, on] of dates) {
    const later = before(id)
      .filter((each) => (dates.get(each) ?? '') > on && (changed.includes(each) || changed.includes(id)))
      .sort((a, b) => ((dates.get(a) ?? '') < (dates.get(b) ?? '') ? 1 : -1));
    const [first] = later;
    if (first !== undefined) found.set(first, [...(found.get(first) ?? []), id]);
  }
  return [...found].map(([first, of]) => ({ code: 'MILESTONE_ORDER', first, of }));
}
