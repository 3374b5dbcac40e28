import { DateTime } from 'luxon';
import type { Owing } from '../../delivery/owe/owe.ts';
import { isTold, reminderSubject } from '../../model/sending/morning.ts';
import type { Turn } from '../../pipeline/turn.ts';
import { stamp } from '../../ports/commit.ts';
import type { Person } from '../../records/person.ts';
import type { Loaded } from '../../records/record.ts';
import { headList, lastList, writeFigures } from './head-list.ts';
import type { ReminderParams } from './owe-reminder.ts';
import { remindersDay, remindersHead, remindersStaff } from './refs.ts';
import { hasWave } from './todays-waves.ts';

interface Of {
  readonly person: Loaded<Person>;
  readonly at: DateTime;
  readonly kind: 'remind.staff' | 'remind.head' | 'remind.digest' | 'remind.leaders';
}

/**
 * The one message of a morning to one person, whatever of theirs falls due; nothing when another wave owes it already. One sent by hand is
 * about its own matter alone and goes at once.
 */
export async function oweMorning(
  turn: Turn,
  params: ReminderParams,
  { person, at, kind }: Of,
): Promise<Owing | undefined> {
  const { day, form } = params;
  const isByHand = form !== '';
  const found = params.found === '' ? stamp(at) : params.found;
  const to = person.id;
  if (!isByHand && (await isTold(turn, { to, day, found }))) return undefined;
  const list = await listParams(turn, person, { at, subject: reminderSubject(day, isByHand) });
  const show = !isByHand
    ? remindersDay.ref({ day, ...list })
    : kind === 'remind.staff'
      ? remindersStaff.ref({ day })
      : remindersHead.ref({ day, ...list, kind: 'head' });
  return {
    to,
    kind,
    show,
    subject: reminderSubject(day, isByHand),
    rev: 1,
    onUnknown: 'leave',
    expiresAt: DateTime.fromISO(params.until),
    ...(isByHand || params.from === '' ? {} : { from: DateTime.fromISO(params.from) }),
  };
}

/** What the list of this person's department compares with, and what it says itself; kept in the message for the next list. */
async function listParams(turn: Turn, person: Loaded<Person>, { at, subject }: { at: DateTime; subject: string }) {
  const sections = await headList(turn, person, at);
  if (sections === undefined) return {};
  const last = await lastList(turn, person, { sections, subject });
  return {
    kind: sections.some(({ clock }) => hasWave(clock, 'head')) ? ('head' as const) : ('headDigest' as const),
    department: person.data.departmentId,
    said: writeFigures(sections),
    since: last?.on ?? '',
    was: last?.figures ?? '',
  };
}
