import { z } from 'zod';
import { oweSpread } from '../../delivery/owe/owe.ts';
import { waveKinds } from '../../domain/calendar/planned-waves.ts';
import { stamp } from '../../ports/commit.ts';
import type { Change } from '../../ports/store.ts';
import type { Audience } from '../../records/message.ts';
import type { Scope } from '../../records/record.ts';
import { type RoundClock, worthUntil } from './round-clock.ts';

/** `officeDigest`: where no channel is bound, to the office's people. */
const reminderKind = z.enum(waveKinds);
export type ReminderKind = z.infer<typeof reminderKind>;

/** What a reminder's spread knows. One of an earlier release may know more. */
export const reminderParams = z.object({
  round: z.string(),
  kind: reminderKind,
  /** The wave that this is. */
  wave: z.string(),
  /** Local day on which it goes out. */
  day: z.string(),
  /** UTC instant after which it goes to nobody. */
  until: z.string(),
  /** The form of whoever sent it by hand; empty for the calendar. */
  form: z.string(),
  /** UTC instant of the look, or of the click. */
  found: z.string().default(''),
  /** By hand to a part only: the department's or the person's id. */
  of: z.string().default(''),
});
export type ReminderParams = z.infer<typeof reminderParams>;

const audiences = {
  staff: { kind: 'everyone' },
  head: { kind: 'officers' },
  headDigest: { kind: 'officers' },
  officeDigest: { kind: 'officers' },
  leaders: { kind: 'officers' },
  unsent: { kind: 'everyone' },
} as const satisfies Record<ReminderKind, Audience>;

/** What the calendar reminds of is part of the morning's message, and the office is told of that; one by hand, or in the afternoon, is a sending of its own. */
const spreadKind = (kind: ReminderKind, isByHand: boolean): string =>
  `${isByHand || kind === 'unsent' ? 'remind' : 'morning'}.${kind === 'headDigest' ? 'head' : kind}`;

interface Reminder {
  readonly wave: string;
  readonly kind: ReminderKind;
  readonly startedBy: string;
  readonly form: string;
  /** A department, or one person of it; everyone whom the kind is for unless given. */
  readonly part?: { readonly of: string; readonly departmentId: string };
}

/** One reminder to many: who is owed it is decided person by person, after the commit. */
export function oweReminder(scope: Scope, clock: RoundClock, reminder: Reminder): Change {
  const params: ReminderParams = {
    round: clock.round.data.round,
    kind: reminder.kind,
    wave: reminder.wave,
    day: clock.today,
    until: stamp(worthUntil(clock)),
    form: reminder.form,
    found: stamp(clock.now),
    of: reminder.part?.of ?? '',
  };
  const audience: Audience =
    reminder.part === undefined
      ? audiences[reminder.kind]
      : { kind: 'department', departmentId: reminder.part.departmentId };
  return oweSpread(scope, clock.now, {
    cause: reminder.wave,
    kind: spreadKind(reminder.kind, reminder.form !== ''),
    audience,
    params,
    startedBy: reminder.startedBy,
  });
}
