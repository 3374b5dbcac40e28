import { DateTime } from 'luxon';
import { isOwed } from '../../domain/calendar/is-owed.ts';
import { writesCollective } from '../../domain/dossier/eligibility.ts';
import { isMissing } from '../../domain/dossier/standing.ts';
import { presenceOn } from '../../domain/people/presence.ts';
import { isOffice } from '../../domain/policy/posts.ts';
import { departmentSeenTo } from '../../model/people/department-leaders.ts';
import { departmentOf } from '../../model/people/people.ts';
import { roundOf, roundPlan } from '../../model/round/round.ts';
import { readStanding } from '../../model/round/standing.ts';
import { isTold, reminderSubject } from '../../model/sending/morning.ts';
import { remindersDay } from '../../model/sending/refs.ts';
import { writeSections } from '../../model/sending/sections.ts';
import type { SpreadDef } from '../../pipeline/spread.ts';
import type { Turn } from '../../pipeline/turn.ts';
import { stamp } from '../../ports/commit.ts';
import type { PageRef } from '../../records/message.ts';
import type { Person } from '../../records/person.ts';
import type { Loaded } from '../../records/record.ts';
import { wasRemindedByHand } from './by-hand.ts';
import { changesSince } from './figures.ts';
import { headList, lastList, readFigures } from './head-list.ts';
import { isInformed } from './informed.ts';
import { oweLeaveWord } from './on-leave.ts';
import { isByHand, oweReminderTo } from './owe-morning.ts';
import { type ReminderParams, reminderParams } from './owe-reminder.ts';
import { remindersDigest, remindersHead, remindersStaff } from './refs.ts';
import { reminderSending } from './reminder-sending.ts';
import { sinceLast } from './since.ts';

const waveOf = ({ kind, round, day }: ReminderParams) => ({ kind, roundId: round, on: day });
const isLate = (at: DateTime, params: ReminderParams): boolean => stamp(at) > params.until;
const digestRef = ({ round, day, wave }: ReminderParams): PageRef => remindersDigest.ref({ round, day, wave });
const isPerson = (of: string): boolean => of.startsWith('person:');

/** Everyone whose own part is not finished in the wave's round and who has not said "không đề nghị xét". */
const staff: SpreadDef['owes'] = async (turn, spread, person) => {
  const { at } = spread;
  const params = reminderParams.parse(spread.params);
  if (isLate(at, params)) return undefined;
  if (isPerson(params.of) && person.id !== params.of) return undefined;
  const presence = presenceOn(person.data, params.day);
  if (presence === 'onLeave' && !isByHand(params)) return oweLeaveWord(turn, params.round, person);
  const { roles } = person.data;
  const standing = await readStanding(turn, params.round, { id: person.id, roles, presence });
  const progress = { finished: !isMissing(standing), declined: standing === 'declined', since: 'first' } as const;
  if (!isOwed(waveOf(params), person.data, progress)) return undefined;
  if (!isByHand(params) && (await wasRemindedByHand(turn, person.id, { kind: 'staff', at }))) return undefined;
  return oweReminderTo(turn, spread, { to: person.id, show: remindersStaff.ref({ day: params.day }) });
};

/** Heads, or the deputies who stand in for them, whose department has something to say in the wave's round. */
const head: SpreadDef['owes'] = async (turn, spread, person) => {
  const { at } = spread;
  const params = reminderParams.parse(spread.params);
  if (isLate(at, params)) return undefined;
  const sections = await headList(turn, person, at);
  const mine = sections?.find(({ clock }) => clock.round.data.round === params.round);
  if (sections === undefined || mine === undefined) return undefined;
  // By hand to one department: whoever belongs to it may lead another.
  if (params.of !== '' && mine.duties.department.id !== params.of) return undefined;
  const last = await lastList(turn, person.id, sections);
  const changes = changesSince(mine.duties.figures, readFigures(last?.figures ?? '')[params.round]).length;
  const since = isByHand(params) ? 'first' : sinceLast(mine.clock, { since: last?.on ?? '', changes });
  if (!isOwed(waveOf(params), person.data, { finished: mine.duties.isDone, declined: false, since })) return undefined;
  if (!isByHand(params) && (await wasRemindedByHand(turn, person.id, { kind: 'head', at }))) return undefined;
  const kind = isByHand(params) ? 'byHand' : params.kind === 'headDigest' ? 'headDigest' : 'head';
  return oweReminderTo(turn, spread, { to: person.id, show: remindersHead.ref({ day: params.day, kind }) });
};

/** The digest to the office's people one by one, where no channel is bound; that it is not empty was decided for all of them. */
const digest: SpreadDef['owes'] = async (turn, spread, person) => {
  const params = reminderParams.parse(spread.params);
  if (isLate(spread.at, params) || !isOffice(person.data)) return undefined;
  if (presenceOn(person.data, params.day) !== 'active') return undefined;
  return oweReminderTo(turn, spread, { to: person.id, show: digestRef(params) });
};

/** How the round stands, to the director; to the deputies while there is none at work. */
const leaders: SpreadDef['owes'] = async (turn, spread, person) => {
  const params = reminderParams.parse(spread.params);
  if (isLate(spread.at, params) || !(await isInformed(turn, person, params.day))) return undefined;
  return oweReminderTo(turn, spread, { to: person.id, show: digestRef(params) });
};

/** Whether the dossier of the department that this person sees to today is complete and not sent. */
async function hasCollectiveToSend(
  turn: Turn,
  { round, day }: ReminderParams,
  person: Loaded<Person>,
): Promise<boolean> {
  const seenTo = await departmentSeenTo(turn, person, day);
  if (seenTo === undefined) return false;
  const { id, data } = await departmentOf(turn, seenTo);
  if (!writesCollective(data, await roundPlan(turn, await roundOf(turn, round)))) return false;
  return (await readStanding(turn, round, { kind: 'department', id, roles: [], presence: 'active' })) === 'toSend';
}

/** In the afternoon of the last day: whoever has only the sending left, of their own dossier or of the department's. */
const unsent: SpreadDef['owes'] = async (turn, { params: given, at }, person) => {
  const params = reminderParams.parse(given);
  if (isLate(at, params)) return undefined;
  const presence = presenceOn(person.data, params.day);
  const { roles } = person.data;
  const standing = await readStanding(turn, params.round, { id: person.id, roles, presence });
  const progress = { finished: standing !== 'toSend', declined: false, since: 'first' } as const;
  const { day } = params;
  const sections = [
    ...((await hasCollectiveToSend(turn, params, person)) ? [remindersHead.ref({ day, kind: 'byHand' })] : []),
    ...(isOwed(waveOf(params), person.data, progress) ? [remindersStaff.ref({ day })] : []),
  ];
  if (sections.length === 0) return undefined;
  // After a standstill the reminder of the morning goes out only now.
  const found = DateTime.fromISO(params.found);
  if (await isTold(turn, { to: person.id, day: params.day, found })) return undefined;
  return {
    to: person.id,
    kind: 'remind.unsent',
    show: remindersDay.ref({ day, only: writeSections(sections) }),
    subject: reminderSubject(params.day),
    rev: 1,
    urgent: true,
    onUnknown: 'leave',
    expiresAt: DateTime.fromISO(params.until),
  };
};

/** `remind.…`: by hand, or of an earlier release, and listed as what they are; `morning.…`: part of the morning's message. */
export const reminderSpreads: readonly SpreadDef[] = [
  { kind: 'remind.staff', sending: reminderSending, owes: staff },
  { kind: 'remind.head', sending: reminderSending, owes: head },
  { kind: 'remind.digest', owes: digest },
  { kind: 'remind.leaders', owes: leaders },
  { kind: 'remind.unsent', sending: reminderSending, owes: unsent },
  { kind: 'morning.staff', owes: staff },
  { kind: 'morning.head', owes: head },
  { kind: 'morning.officeDigest', owes: digest },
  { kind: 'morning.leaders', owes: leaders },
];
