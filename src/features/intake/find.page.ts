import type { DateTime } from 'luxon';
import { findCard } from '../../../cards/intake/find.ts';
import { isBeforeDeadline } from '../../domain/calendar/calendar.ts';
import { canMove, isSent } from '../../domain/dossier/nomination.ts';
import { presenceOn } from '../../domain/people/presence.ts';
import type { Actor } from '../../domain/policy/actor.ts';
import { isOffice } from '../../domain/policy/posts.ts';
import { candidateView } from '../../model/dossier/dossier.ts';
import { type Found, findIn } from '../../model/dossier/found.ts';
import { codeWords } from '../../model/dossier/number.ts';
import { toldState } from '../../model/dossier/state-told.ts';
import { rowsApart } from '../../model/people/names-apart.ts';
import { personOf } from '../../model/people/people.ts';
import { closesAt, roundName, roundOf, roundPlan } from '../../model/round/round.ts';
import { readStanding } from '../../model/round/standing.ts';
import { actorOf } from '../../pipeline/actor-of.ts';
import { definePage } from '../../pipeline/page.ts';
import { pagingView, slice } from '../../pipeline/paging.ts';
import type { Turn } from '../../pipeline/turn.ts';
import type { Texts } from '../../ports/texts.ts';
import { nominationId } from '../../records/nomination.ts';
import { intakeFind } from './refs.ts';
import { unsentInTime } from './unsent-in-time.ts';

const pageSize = 8;

/** Anyone of the unit and any dossier of the round, by name or code; with nothing typed, what was begun and not sent in its time. */
export const findPage = definePage({
  name: intakeFind,
  asksAbout: () => undefined,
  compose: async ({ turn, viewer, texts, params, banner }) => {
    const reader = actorOf(viewer);
    if (reader === undefined || !isOffice(reader)) return null;
    const round = await roundOf(turn, params.round);
    const plan = await roundPlan(turn, round);
    const key = round.data.round;
    const isAsked = params.name.trim() !== '';
    const all = await findIn(turn, { round: key, plan }, params.name);
    const shown = isAsked ? all : await notInTime(turn, all, { round, plan, at: viewer.at });
    const part = slice(await rowsApart(turn, shown), params.page, pageSize);
    const isClosed = !isBeforeDeadline(viewer.at, closesAt(plan, round.data));
    const view = {
      round: key,
      roundName: roundName(plan, round),
      name: params.name,
      rows: await Promise.all(
        part.items.map((found) => rowOf(turn, texts, { found, reader, round: key, at: viewer.at })),
      ),
      isEmpty: part.total === 0,
      empty: texts.t(`words.findEmpty.${isAsked ? 'notFound' : isClosed ? 'none' : 'open'}`),
      ...pagingView(part),
    };
    return { card: findCard(texts, view, banner), summary: texts.t('summaries.intake.find') };
  },
});

/** Of those found, what was begun and not sent in its time. */
async function notInTime(
  turn: Turn,
  all: readonly Found[],
  when: Parameters<typeof unsentInTime>[1],
): Promise<Found[]> {
  const unsent = new Set((await unsentInTime(turn, when)).map(({ id }) => id));
  return all.filter(({ nominee }) => nominee !== undefined && unsent.has(nominee.nomination.id));
}

interface RowOf {
  readonly found: Found;
  readonly reader: Actor;
  readonly round: string;
  readonly at: DateTime;
}

/** What was sent opens; of the rest the office sees how far it has come, and what can be done. */
async function rowOf(turn: Turn, texts: Texts, { found, reader, round, at }: RowOf) {
  const { id, name, departmentName, nominee, number } = found;
  const nomination = nominee?.nomination;
  const code = nomination === undefined ? '' : ` · ${codeWords(texts, number, nomination.data)}`;
  const isOpened = nomination !== undefined && isSent(nomination.data.state);
  const state =
    nomination === undefined
      ? texts.t(`words.standing.${await standingOf(turn, { round, id, at })}`)
      : texts.t(`words.state.${await toldState(turn, reader, nomination.data)}`);
  return {
    nomination: nominationId(round, id),
    rev: nomination?.rev ?? 0,
    name,
    departmentName: `${departmentName || texts.t('words.collectiveDossier')}${code}`,
    state,
    verb: verbOf(isOpened, nomination !== undefined && canMove(nomination.data.state, 'submitLate')),
  };
}

const verbOf = (isOpened: boolean, isBegun: boolean) =>
  isOpened ? ('intake.open' as const) : isBegun ? ('intake.late' as const) : ('intake.extend' as const);

async function standingOf(turn: Turn, { round, id, at }: { round: string; id: string; at: DateTime }) {
  const { kind, roles } = await candidateView(turn, id);
  const today = at.setZone(turn.plan.zone).toFormat('yyyy-MM-dd');
  const presence = kind === 'person' ? presenceOn((await personOf(turn, id)).data, today) : 'active';
  return readStanding(turn, round, { kind, id, roles, presence });
}
