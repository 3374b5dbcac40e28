import { z } from 'zod';
import { oweSpread } from '../../delivery/owe/owe.ts';
import { waveKinds } from '../../domain/calendar/planned-waves.ts';
import { departmentNow, officersNow } from '../../model/people/posts-audience.ts';
import type { Turn } from '../../pipeline/turn.ts';
import { stamp } from '../../ports/commit.ts';
import type { Change } from '../../ports/store.ts';
import type { Audience } from '../../records/message.ts';
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

/** Of a reminder to everyone of the kind. */
const audiences: Readonly<Record<ReminderKind, (turn: Turn) => Promise<Audience>>> = {
  staff: async () => ({ kind: 'everyone' }),
  head: officersNow,
  headDigest: officersNow,
  officeDigest: officersNow,
  leaders: officersNow,
  unsent: async () => ({ kind: 'everyone' }),
};

/** What the calendar reminds of is part of the morning's message, and the office is told of that; one by hand, or in the afternoon, is a sending of its own. */
const spreadKind = (kind: ReminderKind, isByHand: boolean): string =>
  `${isByHand || kind === 'unsent' ? 'remind' : 'morning'}.${kind === 'headDigest' ? 'head' : kind}`;

interface Reminder {
  readonly wave: string;
  readonly kind: ReminderKind;
  readonly startedBy: string;
  readonly form: string;
  /** A department, or one person of it; everyone whom the kind is for unless given. Whoever leads it may belong to another. */
  readonly part?: { readonly of: string; readonly departmentId: string };
}

/** One reminder to many: who is owed it is decided person by person, after the commit. */
export async function oweReminder(turn: Turn, clock: RoundClock, reminder: Reminder): Promise<Change> {
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
  const audience = await audienceOf(turn, reminder);
  return oweSpread(turn.scope, clock.now, {
    cause: reminder.wave,
    kind: spreadKind(reminder.kind, reminder.form !== ''),
    audience,
    params,
    startedBy: reminder.startedBy,
  });
}

async function audienceOf(turn: Turn, { kind, part }: Reminder): Promise<Audience> {
  if (part === undefined) return audiences[kind](turn);
  const { departmentId } = part;
  return kind === 'staff' ? { kind: 'department', departmentId, acting: [] } : departmentNow(turn, departmentId);
}
