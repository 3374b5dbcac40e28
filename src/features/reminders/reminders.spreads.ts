import { DateTime } from 'luxon';
import type { Owing } from '../../delivery/owe/owe.ts';
import { isOwed } from '../../domain/calendar/is-owed.ts';
import { isMissing } from '../../domain/dossier/standing.ts';
import { presenceOn } from '../../domain/people/presence.ts';
import { isOffice } from '../../domain/policy/posts.ts';
import { readStanding } from '../../model/round/standing.ts';
import type { SpreadDef } from '../../pipeline/spread.ts';
import { stamp } from '../../ports/commit.ts';
import { changesSince } from './figures.ts';
import { headList, lastList, readFigures, writeFigures } from './head-list.ts';
import { type ReminderParams, reminderParams } from './owe-reminder.ts';
import { remindersDigest, remindersHead, remindersStaff } from './refs.ts';
import { reminderSending } from './reminder-sending.ts';
import { reminderSubject } from './reminder-subject.ts';

const waveOf = ({ kind, round, day }: ReminderParams) => ({ kind, roundId: round, on: day });
const isLate = (at: DateTime, params: ReminderParams): boolean => stamp(at) > params.until;
const subjectOf = ({ day, form }: ReminderParams): string => reminderSubject(day, form !== '');

const owing = (params: ReminderParams, what: Pick<Owing, 'to' | 'kind' | 'subject' | 'show'>): Owing => ({
  ...what,
  rev: 1,
  onUnknown: 'leave',
  expiresAt: DateTime.fromISO(params.until),
});

/** Everyone whose own part is not finished in the wave's round and who has not said "không đề nghị xét". */
const staff: SpreadDef = {
  kind: 'remind.staff',
  sending: reminderSending,
  owes: async (turn, spread, person) => {
    const params = reminderParams.parse(spread.params);
    if (isLate(spread.at, params)) return undefined;
    const presence = presenceOn(person.data, params.day);
    const standing = await readStanding(turn, {
      round: params.round,
      candidate: person.id,
      roles: person.data.roles,
      presence,
    });
    const progress = { finished: !isMissing(standing), declined: standing === 'declined', changed: false };
    if (!isOwed(waveOf(params), person.data, progress)) return undefined;
    const show = remindersStaff.ref({ day: params.day });
    return owing(params, { to: person.id, kind: 'remind.staff', subject: subjectOf(params), show });
  },
};

/** Heads, or the deputies who stand in for them, whose department has something to say in the wave's round. */
const head: SpreadDef = {
  kind: 'remind.head',
  sending: reminderSending,
  owes: async (turn, spread, person) => {
    const params = reminderParams.parse(spread.params);
    if (isLate(spread.at, params)) return undefined;
    const sections = await headList(turn, person, spread.at);
    const mine = sections?.find(({ clock }) => clock.round.data.round === params.round);
    if (sections === undefined || mine === undefined) return undefined;
    const subject = subjectOf(params);
    const last = await lastList(turn, person, { sections, subject });
    const changes = changesSince(mine.duties.figures, readFigures(last?.figures ?? '')[params.round]);
    const progress = { finished: mine.duties.isDone, declined: false, changed: changes.length > 0 };
    if (!isOwed(waveOf(params), person.data, progress)) return undefined;
    const { day } = params;
    const kind = params.kind === 'headDigest' ? 'headDigest' : 'head';
    const { departmentId: department } = person.data;
    const then = { since: last?.on ?? '', was: last?.figures ?? '' };
    const said = writeFigures(sections);
    const show = remindersHead.ref({ day, kind, department, said, ...then });
    return owing(params, { to: person.id, kind: 'remind.head', subject, show });
  },
};

/** The digest to the office's people one by one, where no channel is bound; that it is not empty was decided for all of them. */
const digest: SpreadDef = {
  kind: 'remind.digest',
  owes: async (_deps, spread, person) => {
    const params = reminderParams.parse(spread.params);
    if (isLate(spread.at, params) || !isOffice(person.data)) return undefined;
    if (presenceOn(person.data, params.day) !== 'active') return undefined;
    const { round, day, wave } = params;
    const show = remindersDigest.ref({ round, day, wave });
    return owing(params, { to: person.id, kind: 'remind.digest', subject: wave, show });
  },
};

export const reminderSpreads: readonly SpreadDef[] = [staff, head, digest];
