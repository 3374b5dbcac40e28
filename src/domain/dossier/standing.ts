import type { Attendance } from '../people/presence.ts';
import { isSent, type NominationState } from './nomination.ts';

/** Where a person stands in a round; each person is in exactly one place. `accepted`: taken in by the office, whatever came of it since. */
export const standings = [
  'returned',
  'notStarted',
  'assessing',
  'undecided',
  'toSend',
  'waitingOpinion',
  'waitingIntake',
  'onHold',
  'accepted',
  'lapsed',
  'declined',
  'onLeave',
] as const;
export type Standing = (typeof standings)[number];

export interface StandingFacts {
  readonly presence: Attendance['status'];
  /** Criteria with something written; 0 when the assessment was not opened. */
  readonly answered: number;
  /** Criteria not completed yet. */
  readonly missing: number;
  readonly wish: 'undecided' | 'asks' | 'declines';
  /** null when there is no dossier. */
  readonly nomination: NominationState | null;
}

/** What was sent, or was begun and not sent, outranks a leave that began afterwards; withdrawing a dossier is a way of not asking. */
export function standingOf(facts: StandingFacts): Standing {
  const { nomination } = facts;
  if (nomination !== null && isSent(nomination)) return afterSending(nomination);
  if (nomination === 'lapsed' && facts.wish !== 'declines') return 'lapsed';
  if (facts.presence !== 'active') return 'onLeave';
  if (nomination === 'returned') return 'returned';
  if (facts.wish === 'declines' || nomination === 'withdrawn') return 'declined';
  if (facts.missing > 0) return facts.answered === 0 ? 'notStarted' : 'assessing';
  return facts.wish === 'undecided' ? 'undecided' : 'toSend';
}

/** A state that stands for all those in which whoever has such a dossier stands at the same place. */
export const placeOf = (state: NominationState): NominationState =>
  isSent(state) && afterSending(state) === 'accepted' ? 'accepted' : state;

function afterSending(nomination: NominationState): Standing {
  if (nomination === 'submitted') return 'waitingOpinion';
  if (nomination === 'opined') return 'waitingIntake';
  return nomination === 'onHold' ? 'onHold' : 'accepted';
}

const missing: readonly Standing[] = ['returned', 'notStarted', 'assessing', 'undecided', 'toSend'];
/** Has the person something left to do before the deadline? Those on leave or not asking have not. */
export const isMissing = (standing: Standing): boolean => missing.includes(standing);

const sent: readonly Standing[] = ['waitingOpinion', 'waitingIntake', 'onHold', 'accepted'];
/** The dossier has reached the office or whoever gives the opinion, and was not sent back. */
export const hasSent = (standing: Standing): boolean => sent.includes(standing);

const apart: readonly Standing[] = ['declined', 'onLeave'];
/** Counted apart: nothing is required of those who do not ask to be considered, nor of those on leave. */
export const isApart = (standing: Standing): boolean => apart.includes(standing);
