import type { NominationState } from './nomination.ts';

/** What keeps a dossier from being sent, first thing first. */
export type Want = 'wish' | 'consent' | 'criteria' | 'scan' | 'meeting';

export interface StepFacts {
  readonly state: NominationState;
  readonly wish: 'undecided' | 'asks' | 'declines';
  /** Whether there is a dossier to send. */
  readonly isThere: boolean;
  /** A head has proposed the candidate, who has not answered. */
  readonly isProposed: boolean;
  /** Criteria not completed yet. */
  readonly missing: number;
  /** It is entered from a signed paper, of which there is no picture or scan. */
  readonly wantsScan: boolean;
  /** The unit requires the department's meeting, and none is recorded. */
  readonly wantsMeeting: boolean;
}

/** Evidence is never wanting: the plan asks for it "nếu có". What somebody else enters rests on the signed paper, which is. */
export function wants({ wish, isThere, isProposed, missing, wantsScan, wantsMeeting }: StepFacts): Want[] {
  const found: readonly (readonly [Want, boolean])[] = [
    ['wish', !isThere || wish !== 'asks'],
    ['consent', isProposed],
    ['criteria', missing > 0],
    ['scan', wantsScan],
    ['meeting', wantsMeeting],
  ];
  return found.filter(([, isWanting]) => isWanting).map(([want]) => want);
}

/** The one thing that its writer does next: write on, ask to be considered, add the scan, see to the meeting, send. */
export type Step = 'goOn' | 'ask' | 'scan' | 'meeting' | 'send' | 'resend' | 'reopen';

/** What the writer may still do with it. */
export interface Open {
  readonly writes: boolean;
  readonly reopens: boolean;
}

const stepFor = {
  wish: 'ask',
  consent: 'ask',
  criteria: 'goOn',
  scan: 'scan',
  meeting: 'meeting',
} as const satisfies Record<Want, Step>;

/** @returns null when there is nothing to do: it was sent, or the time is over. Whoever does not ask may still ask, and need not. */
export function nextStep(facts: StepFacts, { writes, reopens }: Open): Step | null {
  if (reopens) return 'reopen';
  if (!writes) return null;
  const wanting = wants(facts);
  // What is written counts whether or not one asks; whoever has said not to ask need write nothing.
  const isFirst = (want: Want): boolean => want === 'criteria' && facts.wish !== 'declines';
  const want = wanting.find(isFirst) ?? wanting[0];
  if (want === undefined) return facts.state === 'returned' ? 'resend' : 'send';
  return stepFor[want];
}
