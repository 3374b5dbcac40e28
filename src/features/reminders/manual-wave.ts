import { DateTime } from 'luxon';
import type { z } from 'zod';
import { type PlannedWave, plannedWaves } from '../../domain/calendar/planned-waves.ts';
import type { remindedAudience } from './refs.ts';
import type { RoundClock } from './round-clock.ts';

export type RemindedAudience = z.infer<typeof remindedAudience>;

/** Whom a reminder by hand is for; `of`: the department's or the person's id, else empty. */
export interface Target {
  readonly audience: RemindedAudience;
  readonly of: string;
}
export const everyone: Target = { audience: 'staff', of: '' };
export const everyHead: Target = { audience: 'heads', of: '' };

/** Reminded of their own dossier, or sent the list of the department that they lead. */
export type ManualKind = 'staff' | 'head';

/** A department's people are reminded, and whoever leads it. */
const kindsFor = {
  staff: ['staff'],
  heads: ['head'],
  department: ['staff', 'head'],
  person: ['staff'],
} as const satisfies Record<RemindedAudience, readonly ManualKind[]>;

/** What a wave by hand is called, and all those to a part of the same people begin so. */
const byHand = (kind: ManualKind): string => `manual-${kind}`;

export interface ManualWave {
  readonly id: string;
  /** As the calendar calls its own to the same people. */
  readonly kind: ManualKind;
  /** As the wave's record calls it. */
  readonly name: string;
}

/** The waves that a reminder by hand may be; one a day and audience: the id says so. */
export const manualWaves = ({ round, today }: RoundClock, { audience, of }: Target): ManualWave[] =>
  kindsFor[audience].map((kind) => {
    const name = of === '' ? byHand(kind) : `${byHand(kind)}-${of}`;
    return { id: `wave:${round.data.round}:${name}:${today}`, kind, name };
  });

export const wasSentToday = (clock: RoundClock, target: Target): boolean => {
  const ids = manualWaves(clock, target).map(({ id }) => id);
  return clock.waves.some(({ id }) => ids.includes(id));
};

/** The waves by hand of today, and of whom each is: empty = of everyone. */
export const byHandToday = ({ waves, today }: RoundClock, kind: ManualKind): { id: string; of: string }[] =>
  waves
    .filter(({ data }) => data.kind.startsWith(byHand(kind)) && data.on === today)
    .map(({ id, data }) => ({ id, of: data.kind.slice(byHand(kind).length + 1) }));

/** When these people were last reminded, by the calendar or by hand, and whether it was a part of them. In the plan's zone. */
export function lastReminder(clock: RoundClock, kind: ManualKind): { at: DateTime; isPart: boolean } | undefined {
  const last = clock.waves
    .filter(({ data }) => data.outcome === 'sent' && (data.kind === kind || data.kind.startsWith(byHand(kind))))
    .sort((a, b) => (a.data.at < b.data.at ? -1 : 1))
    .at(-1);
  if (last === undefined) return undefined;
  const { at, kind: name } = last.data;
  return { at: DateTime.fromISO(at, { zone: clock.plan.zone }), isPart: name !== kind && name !== byHand(kind) };
}

/** The calendar's next reminder to these people. */
export const nextReminder = (clock: RoundClock, kind: ManualKind): PlannedWave | undefined =>
  plannedWaves(clock.plan, clock.question.round).find((wave) => wave.kind === kind && wave.at > clock.now);
