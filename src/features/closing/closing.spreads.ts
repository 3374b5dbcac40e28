import { DateTime } from 'luxon';
import { presenceOn } from '../../domain/people/presence.ts';
import { isDirector, isOffice } from '../../domain/policy/posts.ts';
import { seesToDepartment } from '../../model/people/department-leaders.ts';
import { endingOf } from '../../model/round/closing.ts';
import { roundName } from '../../model/round/round.ts';
import type { SpreadDef } from '../../pipeline/spread.ts';
import type { Turn } from '../../pipeline/turn.ts';
import { stamp } from '../../ports/commit.ts';
import type { Texts } from '../../ports/texts.ts';
import { closingId } from '../../records/closing.ts';
import { closingDepartment, closingGrace, closingReport } from './refs.ts';
import { unfinishedOf } from './unfinished.ts';

async function named(turn: Turn, texts: Texts, what: 'closed' | 'grace', round: string): Promise<string> {
  const ending = await endingOf(turn, round);
  return texts.t(`words.sendings.name.${what}`, { round: roundName(ending.plan, ending.round) });
}

/** How the round closed: the whole to the office and the director, the own department to whoever sees to it that day. Who is on leave is not written to. */
const report: SpreadDef = {
  kind: 'closing.report',
  sending: {
    name: async (turn, texts, { params }) => named(turn, texts, 'closed', params.round ?? ''),
    over: async () => undefined,
  },
  owes: async (turn, { params }, person) => {
    const { round = '', times = '', from = '' } = params;
    const start = DateTime.fromISO(from, { zone: turn.plan.zone });
    const day = start.toFormat('yyyy-MM-dd');
    if (presenceOn(person.data, day) !== 'active') return undefined;
    const about = { to: person.id, kind: 'closing.report', subject: closingId(round), rev: Number(times), from: start };
    if (isOffice(person.data) || isDirector(person.data))
      return { ...about, show: closingReport.ref({ round, times }) };
    if (!(await seesToDepartment(turn, person, day))) return undefined;
    const { departmentId: department } = person.data;
    return { ...about, show: closingDepartment.ref({ round, department, times }) };
  },
};

/** That there is more time, to everyone who can use it; at once, for the office has just decided it. */
const grace: SpreadDef = {
  kind: 'closing.grace',
  sending: {
    name: async (turn, texts, { params }) => named(turn, texts, 'grace', params.round ?? ''),
    over: async (turn, { params, at }) => {
      const { graces } = (await endingOf(turn, params.round ?? '')).closing;
      const isLast = params.grace === String(graces.length);
      return isLast && stamp(at) <= (graces.at(-1)?.until ?? '') ? undefined : 'deadline';
    },
  },
  owes: async (turn, { params, at }, person) => {
    const { round = '', grace: n = '' } = params;
    const ending = await endingOf(turn, round);
    const last = ending.closing.graces.at(-1);
    if (last === undefined || n !== String(ending.closing.graces.length)) return undefined;
    const today = at.setZone(ending.plan.zone).toFormat('yyyy-MM-dd');
    if ((await unfinishedOf(turn, ending, { person, today })) === undefined) return undefined;
    return {
      to: person.id,
      kind: 'closing.grace',
      show: closingGrace.ref({ round, grace: n }),
      subject: closingId(round),
      rev: Number(n),
      expiresAt: DateTime.fromISO(last.until),
    };
  },
};

export const closingSpreads: readonly SpreadDef[] = [report, grace];
