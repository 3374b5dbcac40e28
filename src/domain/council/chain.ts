/**
 * The days that one matter leaves behind, in the order in which they must follow each other: a dossier is sent before the council meets on
 * it, its minutes follow the meeting, the submission and the decision follow the minutes, the publication follows the decision, and a revocation
 * follows all of them.
 */
export const steps = [
  'opened',
  'sent',
  'earlierMeeting',
  'met',
  'laterMeeting',
  'minutes',
  'submission',
  'agreed',
  'signed',
  'published',
  'revocationAgreed',
  'revoked',
  'today',
] as const;
export type Step = (typeof steps)[number];

/** A day that is known already. */
export interface Station {
  readonly step: Step;
  /** `yyyy-MM-dd` in the plan's zone. */
  readonly on: string;
}

/** Both days are allowed, and each says what sets it. */
export interface Bounds {
  readonly from: Station;
  readonly to: Station;
}

const rank = (step: Step): number => steps.indexOf(step);

/** The director may agree to what the council found before its minutes are signed; the papers rest on the minutes all the same. */
const isUnordered = (a: Step, b: Step): boolean => [a, b].sort().join() === 'agreed,minutes';

const precedes = (a: Step, b: Step): boolean => rank(a) < rank(b) && !isUnordered(a, b);

/**
 * Between which days a step may lie: not before the latest of what precedes it, not after the earliest of what follows it, today included.
 * @param chain what is known of the matter, in any order; the opening of the round and today are among it
 */
export function boundsOf(step: Step, chain: readonly Station[]): Bounds {
  const before = chain.filter((station) => precedes(station.step, step));
  const after = chain.filter((station) => precedes(step, station.step));
  const from = before.reduce((latest, each) => (each.on >= latest.on ? each : latest), { step: 'opened', on: '' });
  const to = after.reduce((first, each) => (each.on < first.on ? each : first), { step: 'today', on: '9999-12-31' });
  return { from, to };
}

export const isWithin = (day: string, { from, to }: Bounds): boolean => from.on <= day && day <= to.on;
