import type { Tone } from '../kit/kit.ts';

/** A candidate or a session in a list, with how things stand. */
export interface Row {
  readonly name: string;
  readonly detail: string;
  readonly chip: string;
  readonly tone: Tone;
}
/** Nobody opens their own case: it is shown and leads nowhere. */
export interface CandidateRow extends Row {
  readonly candidate: string;
  readonly mayOpen: boolean;
  readonly mayNot: boolean;
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
  readonly today: string;
  readonly place: string;
  readonly notes: string;
  /** Ids, separated by commas. */
  readonly present: string;
  readonly members: readonly Choice[];
  readonly total: number;
  readonly rules: string;
  readonly number: number;
}
