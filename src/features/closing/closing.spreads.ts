import { DateTime } from 'luxon';
import { presenceOn } from '../../domain/presence.ts';
import { hasRole } from '../../domain/roles.ts';
import { closingId } from '../../records/closing.ts';
import { endingOf } from '../ending.ts';
import type { SpreadDef } from '../spread.ts';
import { unfinishedOf } from './unfinished.ts';

/** How the round closed: the whole to the office, the own department to each head. Who is on leave that day is not written to. */
const report: SpreadDef = {
  kind: 'closing.report',
  owes: async ({ plan }, { params }, person) => {
    const { round = '', times = '', from = '' } = params;
    const start = DateTime.fromISO(from, { zone: plan.zone });
    if (presenceOn(person.data, start.toFormat('yyyy-MM-dd')) !== 'active') return undefined;
    const about = { to: person.id, kind: 'closing.report', subject: closingId(round), rev: Number(times), from: start };
    if (hasRole(person.data, 'office')) return { ...about, show: { page: 'closing.report', params: { round, times } } };
    if (!hasRole(person.data, 'head')) return undefined;
    const { departmentId: department } = person.data;
    return { ...about, show: { page: 'closing.department', params: { round, department, times } } };
  },
};

/** That there is more time, to everyone who can use it; at once, for the office has just decided it. */
const grace: SpreadDef = {
  kind: 'closing.grace',
  owes: async (deps, { params, at }, person) => {
    const { round = '', grace: n = '' } = params;
    const ending = await endingOf(deps, round);
    const last = ending.closing.graces.at(-1);
    if (last === undefined || n !== String(ending.closing.graces.length)) return undefined;
    const today = at.setZone(ending.plan.zone).toFormat('yyyy-MM-dd');
    if ((await unfinishedOf(deps, ending, { person, today })) === undefined) return undefined;
    return {
      to: person.id,
      kind: 'closing.grace',
      show: { page: 'closing.grace', params: { round, grace: n } },
      subject: closingId(round),
      rev: Number(n),
      expiresAt: DateTime.fromISO(last.until),
    };
  },
};

export const closingSpreads: readonly SpreadDef[] = [report, grace];
