import type { Entry } from '../kit/kit.ts';

/** Nobody opens their own case: it is shown and leads nowhere. */
export interface CandidateRow extends Entry {
  readonly candidate: string;
  readonly mayOpen: boolean;
}
export interface Choice {
  readonly id: string;
  readonly title: string;
}
export interface Fact {
  readonly label: string;
  readonly value: string;
}
/** What the minutes say of a meeting, on the form that records it and on the one that corrects it. */
export interface MeetingView {
  readonly roundName: string;
  /** ISO dates, or empty. */
  readonly heldOn: string;
  readonly earliest: string;
  readonly latest: string;
  readonly place: string;
  readonly notes: string;
  /** Ids, separated by commas. */
  readonly present: string;
  /** Not once the results are fixed: the votes were counted by who was there. */
  readonly asksAttendance: boolean;
  readonly members: readonly Choice[];
  readonly total: number;
  readonly rules: string;
  readonly number: number;
}
