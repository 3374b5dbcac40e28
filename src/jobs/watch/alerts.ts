import type { Oldest } from './deliveries.ts';

/** As infra/modules/alerts.bicep and docs/operations.md name them. */
export const alertIds = ['deliveries-waiting', 'sends-failing', 'sign-in-failing', 'not-ready'] as const;
export type AlertId = (typeof alertIds)[number];

/** What a process knows at one look. The counts are of the last `recentMs`. */
export interface Facts {
  /** Whether it is the one that sends. */
  readonly holdsLease: boolean;
  /** What keeps it from being ready; empty when nothing does. */
  readonly trouble: string;
  /** Undefined when nothing is due, or the store could not be asked. */
  readonly oldest: Oldest | undefined;
  /** Whether the oldest was so at the last look, too, a minute ago. */
  readonly isStill: boolean;
  readonly sent: number;
  readonly notSent: number;
  /** Requests of ours that were refused as a whole since one was last taken: a 401, no token, an app that is disabled. */
  readonly broken: number;
  readonly tokensTaken: number;
  /** Tokens that say they are Teams' and are not taken, or cannot be checked. */
  readonly tokensRefused: number;
}

export interface Alert {
  readonly id: AlertId;
  /** For the log: what it rests on. */
  readonly figures: Readonly<Record<string, string | number>>;
}

export const recentMs = 10 * 60_000;
/**
 * Longer than Teams asks to wait (Retry-After), and than a restart takes. A launch to a hundred thousand waits half an hour in line, but its
 * line moves: only a message that is the first in line at two looks stands still.
 */
const lateMs = 10 * 60_000;
/** A sender that stands still tells nobody, so those who do not send look as well; not before it has had its time. */
const lateForOthersMs = 2 * lateMs;
/** Of fewer, two people who have taken the app out would be an outage. */
const fewestSends = 20;
/** Teams loses or refuses one in a hundred on a bad day; one in five is no chance. */
const mostNotSent = 0.2;
/** The first may be a key that Teams has just changed; what is refused as a whole is tried again each minute. */
const fewestBroken = 2;
/** Strangers try, too. But then Teams' own are taken as well. */
const fewestRefused = 5;

/** What an operator has to be told now. Pure: the same facts, the same alerts. */
export function alertsOf(facts: Facts): readonly Alert[] {
  return [waiting(facts), failing(facts), signIn(facts), notReady(facts)].filter((alert) => alert !== undefined);
}

function waiting({ oldest, isStill, holdsLease }: Facts): Alert | undefined {
  if (oldest === undefined || !isStill || oldest.waitedMs < (holdsLease ? lateMs : lateForOthersMs)) return undefined;
  return {
    id: 'deliveries-waiting',
    figures: { delivery: oldest.id, minutes: Math.floor(oldest.waitedMs / 60_000) },
  };
}

function failing({ sent, notSent }: Facts): Alert | undefined {
  const all = sent + notSent;
  if (all < fewestSends || notSent <= all * mostNotSent) return undefined;
  return { id: 'sends-failing', figures: { sent, notSent } };
}

function signIn({ broken, tokensTaken, tokensRefused }: Facts): Alert | undefined {
  const isDeaf = tokensRefused >= fewestRefused && tokensTaken === 0;
  if (broken < fewestBroken && !isDeaf) return undefined;
  return { id: 'sign-in-failing', figures: { broken, tokensTaken, tokensRefused } };
}

const notReady = ({ trouble }: Facts): Alert | undefined =>
  trouble === '' ? undefined : { id: 'not-ready', figures: { trouble } };
