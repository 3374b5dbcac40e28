import type { Facts } from '../errors.ts';
import type { Attendance } from '../people/presence.ts';
import type { Criterion, Plan } from '../plan/plan.ts';

/** `ok` đạt · `look` cần xem · `none` chưa có. A check says what the records show; whether to accept is for the office to decide. */
export type CheckResult = 'ok' | 'look' | 'none';

/** `id` and `finding` name the sentence that says it. */
export interface Check {
  readonly id: string;
  readonly result: CheckResult;
  readonly finding: string;
  readonly facts: Facts;
}

/**
 * Whether a department may be commended as a collective: of the office itself the settings alone say, whatever they said when the roster
 * was read.
 * @param rules of the round
 */
export const writesCollective = (
  { isCollective, isOffice }: { readonly isCollective: boolean; readonly isOffice: boolean },
  { settings }: Pick<Plan, 'settings'>,
): boolean => (isOffice ? settings.officeIsEligible : isCollective);

interface Answer {
  readonly rating: 'met' | 'notMet' | 'notArisen' | null;
  readonly words: string;
  readonly reason: string;
}

export interface EligibilityFacts {
  readonly criteria: readonly Criterion[];
  readonly answers: Readonly<Record<string, Answer>>;
  readonly evidence: { readonly count: number; readonly unassigned: number };
  /** null = none given yet. */
  readonly opinion: { readonly kind: 'agree' | 'disagree' | 'overdue'; readonly reason: string } | null;
  readonly meeting: {
    readonly setting: Plan['settings']['departmentMeeting'];
    /** `dd/MM/yyyy`; empty = not recorded. */
    readonly heldOn: string;
  };
  readonly candidate:
    | { readonly kind: 'person'; readonly presence: Attendance['status'] }
    | { readonly kind: 'department'; readonly writesCollective: boolean; readonly isOffice: boolean };
  /** When it was sent, as people read it, empty before it, and why it is late; null = in time. */
  readonly sent: { readonly at: string; readonly lateReason: string | null };
  readonly gate: Gate;
  /** `dd/MM/yyyy`; empty = the signed original has not come in. */
  readonly originalReceivedOn: string;
}

/** Does CN3 bind this candidate, and what has the council recorded of the collective? */
export interface Gate {
  readonly applies: boolean;
  /** null = the council has not recorded it yet. */
  readonly outstanding: boolean | null;
}

/** What the office looks at when it takes a dossier in, in the order of looking. */
export function eligibility(facts: EligibilityFacts): Check[] {
  return [
    answered(facts),
    selfRating(facts),
    words(facts),
    evidence(facts),
    opinion(facts),
    ...(facts.meeting.setting === 'off' ? [] : [meeting(facts)]),
    candidate(facts),
    time(facts),
    ...(facts.gate.applies ? [gate(facts)] : []),
    original(facts),
  ];
}

const check = (id: string, result: CheckResult, finding: string, facts: Facts = {}): Check => ({
  id,
  result,
  finding,
  facts,
});

const names = (criteria: readonly Criterion[]): string => criteria.map((c) => c.id).join(', ');

function answered({ criteria, answers }: EligibilityFacts): Check {
  const open = criteria.filter(({ id }) => (answers[id]?.rating ?? null) === null);
  if (open.length === 0) return check('answered', 'ok', 'all', { n: criteria.length });
  if (open.length === criteria.length) return check('answered', 'none', 'nothing');
  return check('answered', 'look', 'some', { n: open.length, of: criteria.length, ids: names(open) });
}

/** A criterion that cannot fail to arise but is said to is for a person to judge. */
function selfRating({ criteria, answers }: EligibilityFacts): Check {
  const rated = (rating: Answer['rating']) => criteria.filter(({ id }) => answers[id]?.rating === rating);
  const [met, notMet, notArisen] = [rated('met'), rated('notMet'), rated('notArisen')];
  const doubtful = [...notMet, ...notArisen.filter((c) => !c.mayNotArise)];
  const facts = { met: met.length, notMet: notMet.length, notArisen: notArisen.length };
  if (met.length + notMet.length + notArisen.length === 0) return check('selfRating', 'none', 'nothing');
  if (doubtful.length === 0) return check('selfRating', 'ok', 'counts', facts);
  return check('selfRating', 'look', 'doubtful', { ...facts, ids: names(doubtful) });
}

/** What counts as done is told in words; what did not arise has a reason. */
function words({ criteria, answers }: EligibilityFacts): Check {
  const rated = criteria.filter(({ id }) => (answers[id]?.rating ?? null) !== null);
  if (rated.length === 0) return check('words', 'none', 'nothing');
  const silent = rated.filter(({ id }) => {
    const answer = answers[id];
    return answer?.rating === 'notArisen' ? answer.reason === '' : answer?.words === '';
  });
  return silent.length === 0
    ? check('words', 'ok', 'all')
    : check('words', 'look', 'some', { n: silent.length, ids: names(silent) });
}

function evidence({ evidence: { count, unassigned } }: EligibilityFacts): Check {
  if (count === 0) return check('evidence', 'none', 'nothing');
  return unassigned === 0
    ? check('evidence', 'ok', 'count', { n: count })
    : check('evidence', 'look', 'unassigned', { n: count, loose: unassigned });
}

function opinion({ opinion: given }: EligibilityFacts): Check {
  if (given === null) return check('opinion', 'none', 'nothing');
  return given.kind === 'agree'
    ? check('opinion', 'ok', 'agree')
    : check('opinion', 'look', given.kind, { reason: given.reason });
}

function meeting({ meeting: { setting, heldOn } }: EligibilityFacts): Check {
  if (heldOn !== '') return check('meeting', 'ok', 'held', { on: heldOn });
  return check('meeting', 'none', setting === 'required' ? 'required' : 'nothing');
}

/** Contract labour counts like everyone on the roster; time on statutory leave does not shut anyone out. */
function candidate({ candidate: who }: EligibilityFacts): Check {
  if (who.kind === 'department') {
    if (who.writesCollective) return check('candidate', 'ok', 'collective');
    return check('candidate', 'look', who.isOffice ? 'officeNotEligible' : 'notCollective');
  }
  return check('candidate', who.presence === 'active' ? 'ok' : 'look', who.presence);
}

function time({ sent: { at, lateReason } }: EligibilityFacts): Check {
  if (lateReason === null) return check('time', 'ok', 'inTime', { at });
  return at === ''
    ? check('time', 'look', 'toBeLate', { reason: lateReason })
    : check('time', 'look', 'late', { at, reason: lateReason });
}

function gate({ gate: { outstanding } }: EligibilityFacts): Check {
  if (outstanding === null) return check('gate', 'none', 'notYet');
  return outstanding ? check('gate', 'ok', 'outstanding') : check('gate', 'look', 'notOutstanding');
}

const original = ({ originalReceivedOn }: EligibilityFacts): Check =>
  originalReceivedOn === ''
    ? check('original', 'none', 'nothing')
    : check('original', 'ok', 'received', { on: originalReceivedOn });
