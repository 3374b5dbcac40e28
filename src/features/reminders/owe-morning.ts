import { DateTime } from 'luxon';
import type { Owing } from '../../delivery/owe/owe.ts';
import { reminderSubject, tellingSubject } from '../../model/sending/morning.ts';
import type { SpreadNow } from '../../pipeline/spread.ts';
import type { Turn } from '../../pipeline/turn.ts';
import { stamp } from '../../ports/commit.ts';
import type { PageRef } from '../../records/message.ts';
import type { Person } from '../../records/person.ts';
import type { Loaded } from '../../records/record.ts';
import { headList, lastList, writeFigures } from './head-list.ts';
import { type ReminderParams, reminderParams } from './owe-reminder.ts';
import { remindersDay, remindersDigest, remindersHead, remindersStaff } from './refs.ts';
import { hasWave } from './todays-waves.ts';

type Kind = 'remind.staff' | 'remind.head' | 'remind.digest' | 'remind.leaders';

export const isByHand = ({ form }: ReminderParams): boolean => form !== '';

/** Subject of the message that a reminder is to a person; undefined when another tells it already. One sent by hand is always one more. */
export async function reminderOf(
  turn: Turn,
  { id, params: given, at }: SpreadNow,
  to: string,
): Promise<string | undefined> {
  const params = reminderParams.parse(given);
  const { day } = params;
  if (isByHand(params)) return reminderSubject(day, true);
  return tellingSubject(turn, { to, day, found: params.found === '' ? stamp(at) : params.found, spread: id });
}

/**
 * The one message of a morning to one person, whatever of theirs falls due. One sent by hand goes at once and, as what is found after the
 * morning's was composed, is about its own matter alone.
 */
export async function oweMorning(
  turn: Turn,
  spread: SpreadNow,
  { person, kind }: { readonly person: Loaded<Person>; readonly kind: Kind },
): Promise<Owing | undefined> {
  const params = reminderParams.parse(spread.params);
  const subject = await reminderOf(turn, spread, person.id);
  if (subject === undefined) return undefined;
  const list = await listParams(turn, person, { at: spread.at, subject });
  const { day, from } = params;
  return {
    to: person.id,
    kind,
    show: subject === reminderSubject(day) ? remindersDay.ref({ day, ...list }) : alone(kind, params, list),
    subject,
    rev: 1,
    onUnknown: 'leave',
    expiresAt: DateTime.fromISO(params.until),
    ...(isByHand(params) || from === '' ? {} : { from: DateTime.fromISO(from) }),
  };
}

type ListParams = Awaited<ReturnType<typeof listParams>>;

function alone(kind: Kind, params: ReminderParams, list: ListParams): PageRef {
  const { round, day, wave } = params;
  switch (kind) {
    case 'remind.staff':
      return remindersStaff.ref({ day });
    case 'remind.head':
      return remindersHead.ref({ day, ...list, kind: listKind(params) });
    default:
      return remindersDigest.ref({ round, day, wave });
  }
}

const listKind = (params: ReminderParams): 'head' | 'headDigest' | 'byHand' =>
  isByHand(params) ? 'byHand' : params.kind === 'headDigest' ? 'headDigest' : 'head';

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
