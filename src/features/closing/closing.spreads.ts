import { DateTime } from 'luxon';
import { morningAfter } from '../../domain/calendar/morning.ts';
import { endingOf } from '../../model/round/closing.ts';
import { roundName } from '../../model/round/round.ts';
import { morningOwing } from '../../model/sending/morning.ts';
import { dueOn } from '../../pipeline/morning.ts';
import type { SpreadDef } from '../../pipeline/spread.ts';
import type { Turn } from '../../pipeline/turn.ts';
import { stamp } from '../../ports/commit.ts';
import type { Texts } from '../../ports/texts.ts';
import { closingId } from '../../records/closing.ts';
import { closingSections } from './mornings.ts';
import { closedSpread, closingGrace } from './refs.ts';
import { unfinishedOf } from './unfinished.ts';

async function named(turn: Turn, texts: Texts, what: 'closed' | 'grace', round: string): Promise<string> {
  const ending = await endingOf(turn, round);
  return texts.t(`words.sendings.name.${what}`, { round: roundName(ending.plan, ending.round) });
}

/** How the round closed, to everyone whom it concerns: part of their message of the morning. */
const closed: SpreadDef['owes'] = async (turn, { id, params, at }, person) => {
  const found = params.at === undefined ? at : DateTime.fromISO(params.at, { zone: turn.plan.zone });
  const morning = morningAfter(found, turn.plan);
  const sections = await dueOn(turn, closingSections, { person, at, day: morning.day });
  if (sections.length === 0) return undefined;
  return morningOwing(turn, { to: person.id, morning, found, alone: { sections, subject: id } });
};

/** As an earlier release began it: listed as what it is. */
const report: SpreadDef = {
  kind: 'closing.report',
  sending: {
    name: async (turn, texts, { params }) => named(turn, texts, 'closed', params.round ?? ''),
    over: async () => 'day',
  },
  owes: closed,
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

export const closingSpreads: readonly SpreadDef[] = [{ kind: closedSpread, owes: closed }, report, grace];
