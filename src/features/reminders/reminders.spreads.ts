import { DateTime } from 'luxon';
import type { Owing } from '../../delivery/owe.ts';
import { isOwed } from '../../domain/is-owed.ts';
import { presenceOn } from '../../domain/presence.ts';
import { hasRole } from '../../domain/roles.ts';
import { isMissing } from '../../domain/standing.ts';
import { stamp } from '../../ports/commit.ts';
import { roundOf } from '../round.ts';
import type { SpreadDef } from '../spread.ts';
import { headDuties } from './head-duties.ts';
import { type ReminderParams, reminderParams } from './owe-reminder.ts';
import { reminderSending } from './reminder-sending.ts';
import { roundClock } from './round-clock.ts';
import { standingIn } from './standing-in.ts';

const owing = (params: ReminderParams, to: string, what: { page: string; params: Record<string, string> }): Owing => ({
  to,
  kind: `remind.${params.kind === 'officeDigest' ? 'digest' : params.kind}`,
  show: what,
  subject: params.wave,
  rev: 1,
  onUnknown: 'leave',
  expiresAt: DateTime.fromISO(params.until),
});

const waveOf = ({ kind, round, day }: ReminderParams) => ({ kind, roundId: round, on: day });
const isLate = (at: DateTime, params: ReminderParams): boolean => stamp(at) > params.until;

/** Everyone whose own part is not finished and who has not said "không đề nghị xét". */
const staff: SpreadDef = {
  kind: 'remind.staff',
  sending: reminderSending,
  owes: async (deps, spread, person) => {
    const params = reminderParams.parse(spread.params);
    if (isLate(spread.at, params)) return undefined;
    const presence = presenceOn(person.data, params.day);
    const standing = await standingIn(deps, { round: params.round, candidate: person.id, presence });
    const progress = { finished: !isMissing(standing), declined: standing === 'declined', changed: false };
    if (!isOwed(waveOf(params), person.data, progress)) return undefined;
    const { round, day, last } = params;
    return owing(params, person.id, { page: 'reminders.staff', params: { round, day, last } });
  },
};

/** Heads whose department, opinions or collective dossier are not finished. */
const head: SpreadDef = {
  kind: 'remind.head',
  sending: reminderSending,
  owes: async (deps, spread, person) => {
    const params = reminderParams.parse(spread.params);
    if (isLate(spread.at, params) || !hasRole(person.data, 'head')) return undefined;
    const clock = await roundClock(deps, await roundOf(deps, params.round), spread.at);
    const duties = await headDuties(deps, clock, { head: person });
    if (duties === undefined || duties.isDone) return undefined;
    if (!isOwed(waveOf(params), person.data, { finished: false, declined: false, changed: false })) return undefined;
    const { round, day, last } = params;
    return owing(params, person.id, { page: 'reminders.head', params: { round, day, last } });
  },
};

/** The digest to the office's people one by one, where no channel is bound. */
const digest: SpreadDef = {
  kind: 'remind.digest',
  owes: async (_deps, spread, person) => {
    const params = reminderParams.parse(spread.params);
    if (isLate(spread.at, params) || !hasRole(person.data, 'office')) return undefined;
    if (!isOwed(waveOf(params), person.data, { finished: false, declined: false, changed: false })) return undefined;
    const { round, day, wave } = params;
    return owing(params, person.id, { page: 'reminders.digest', params: { round, day, wave } });
  },
};

export const reminderSpreads: readonly SpreadDef[] = [staff, head, digest];
