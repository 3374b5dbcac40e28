import type { DateTime } from 'luxon';
import { z } from 'zod';
import { oweSpread } from '../../delivery/owe/owe.ts';
import { atTime } from '../../domain/calendar/calendar.ts';
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
  /** UTC instant before which the calendar's own goes to nobody. */
  from: z.string().default(''),
  /** By hand to a part only: the department's or the person's id. */
  of: z.string().default(''),
});
export type ReminderParams = z.infer<typeof reminderParams>;

const carriers = {
  staff: { kind: 'remind.staff', audience: { kind: 'everyone' } },
  head: { kind: 'remind.head', audience: { kind: 'officers' } },
  headDigest: { kind: 'remind.head', audience: { kind: 'officers' } },
  officeDigest: { kind: 'remind.digest', audience: { kind: 'officers' } },
  leaders: { kind: 'remind.leaders', audience: { kind: 'officers' } },
  unsent: { kind: 'remind.unsent', audience: { kind: 'everyone' } },
} as const;

interface Reminder {
  readonly wave: string;
  readonly kind: ReminderKind;
  readonly startedBy: string;
  readonly form: string;
  /** A department, or one person of it; everyone whom the kind is for unless given. */
  readonly part?: { readonly of: string; readonly departmentId: string };
}

/** All rounds are looked at within one sweep, and a digest of the early morning waits for it: the message to a person speaks of all. */
const settling = { seconds: 10 };
const untilLookedAt = { seconds: 90 };

function fromOf({ now, plan }: RoundClock): DateTime {
  const morning = atTime(now, plan.calendar.reminders.at);
  return now < morning ? morning.plus(untilLookedAt) : now.plus(settling);
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
    from: stamp(fromOf(clock)),
    of: reminder.part?.of ?? '',
  };
  const { kind, audience: all } = carriers[reminder.kind];
  const audience: Audience =
    reminder.part === undefined ? all : { kind: 'department', departmentId: reminder.part.departmentId };
  return oweSpread(scope, clock.now, {
    cause: reminder.wave,
    kind,
    audience,
    params,
    startedBy: reminder.startedBy,
  });
}
