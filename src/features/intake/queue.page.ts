import { DateTime } from 'luxon';
import type { z } from 'zod';
import { queueCard } from '../../../cards/intake/queue.ts';
import { isBeforeDeadline } from '../../domain/calendar/calendar.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import type { Actor } from '../../domain/policy/actor.ts';
import { isOffice } from '../../domain/policy/posts.ts';
import { openUntil } from '../../model/dossier/dossier.ts';
import { codeWords, numbersOf } from '../../model/dossier/number.ts';
import { opinersOf } from '../../model/dossier/opiners.ts';
import { sentNames } from '../../model/dossier/sent-names.ts';
import { toldState } from '../../model/dossier/state-told.ts';
import { nameOf } from '../../model/people/people.ts';
import { closesAt, roundName, roundOf, roundPlan } from '../../model/round/round.ts';
import { actorOf } from '../../pipeline/actor-of.ts';
import { type Ask, definePage } from '../../pipeline/page.ts';
import { pagingView, slice } from '../../pipeline/paging.ts';
import type { Turn } from '../../pipeline/turn.ts';
import type { Texts } from '../../ports/texts.ts';
import type { DossierNumber } from '../../records/dossier-number.ts';
import type { Nomination } from '../../records/nomination.ts';
import type { Loaded } from '../../records/record.ts';
import type { Round } from '../../records/round.ts';
import { daysSince, lacksOriginal, type QueueFilter, queueOfRound, waitsFor, waitsSince } from './queue.ts';
import { intakeQueue, queueFilters, type queueParams } from './refs.ts';
import { stateTone } from './state-tone.ts';

const pageSize = 6;

/** The office's dossiers by state; those that wait for it first. */
export const queuePage = definePage({
  name: intakeQueue,
  compose: async (ask: Ask<z.infer<typeof queueParams>>) => {
    const { turn, viewer, texts, params: asked, banner } = ask;
    const reader = actorOf(viewer);
    if (reader === undefined || !isOffice(reader)) return null;
    const round = await roundOf(turn, asked.round);
    const plan = await roundPlan(turn, round);
    const { entries, counts } = await queueOfRound(turn, round.data.round);
    if (asked.filter === '' && !entries.some(({ nomination }) => waitsFor(reader, nomination.data))) return null;
    const filter = asked.filter === '' ? 'waiting' : asked.filter;
    const part = slice(filter === 'all' ? entries : entries.filter((e) => e.filter === filter), asked.page, pageSize);
    const numbers = await numbersOf(turn, round.data.round);
    const names = await sentNames(
      turn,
      entries.map(({ nomination }) => nomination),
    );
    const rows = await Promise.all(
      part.items.map(({ nomination }) => {
        const number = numbers.get(nomination.data.candidate.id);
        const name = names.get(nomination.id) ?? '—';
        return row({ turn, texts, nomination, name, number, at: viewer.at, round, plan, reader });
      }),
    );
    const view = {
      round: round.data.round,
      roundName: roundName(plan, round),
      filter,
      chips: chips(texts, { counts, total: entries.length, filter, round: round.data.round }),
      rows,
      isEmpty: rows.length === 0,
      empty: texts.t(`words.intakeEmpty.${entries.length === 0 ? 'all' : filter}`),
      originals: entries.filter(({ nomination }) => lacksOriginal(nomination.data)).length,
      isClosed: !isBeforeDeadline(viewer.at, closesAt(plan, round.data)),
      ...pagingView(part),
    };
    return {
      card: queueCard(texts, view, banner),
      summary: texts.t('summaries.intake.queue', { n: counts.waiting }),
    };
  },
});

function chips(
  texts: Texts,
  {
    counts,
    total,
    filter,
    round,
  }: { counts: Record<QueueFilter, number>; total: number; filter: string; round: string },
) {
  const all = ([...queueFilters, 'all'] as const).map((key) => ({
    key,
    round,
    label: texts.t(`words.intakeFilter.${key}`),
    n: String(key === 'all' ? total : counts[key]),
    style: key === filter ? ('accent' as const) : ('emphasis' as const),
  }));
  return [{ chips: all.slice(0, 3) }, { chips: all.slice(3, 6) }, { chips: all.slice(6) }];
}

interface RowOf {
  readonly turn: Turn;
  readonly texts: Texts;
  readonly nomination: Loaded<Nomination>;
  readonly name: string;
  readonly number: DossierNumber | undefined;
  readonly at: DateTime;
  readonly round: Loaded<Round>;
  readonly plan: Plan;
  readonly reader: Actor;
}

async function row(of: RowOf) {
  const { turn, texts, nomination, name, reader } = of;
  const { data } = nomination;
  const { snapshot, candidate } = data;
  const state = await toldState(turn, reader, data);
  const department =
    candidate.kind === 'department' ? texts.t('words.collectiveDossier') : (snapshot?.departmentName ?? '—');
  return {
    id: candidate.id,
    nomination: nomination.id,
    name,
    department: `${department} · ${codeWords(texts, of.number, data)}`,
    state: texts.t(`words.state.${state}`),
    tone: stateTone(state),
    detail: await detail(of),
  };
}

async function detail({ turn, texts, nomination: loaded, at, round, plan }: RowOf): Promise<string> {
  const { data: nomination } = loaded;
  const { zone } = plan;
  const local = (instant: string): string => texts.t('words.at', { at: DateTime.fromISO(instant, { zone }) });
  const days = daysSince(waitsSince(nomination), at, zone);
  switch (nomination.state) {
    case 'submitted': {
      const { reviewerId } = nomination.snapshot ?? { reviewerId: null };
      const { acts } = await opinersOf(turn, nomination);
      const by = reviewerId === null ? '—' : await nameOf(turn, acts ?? reviewerId);
      return texts.t('words.intakeDetail.submitted', { by, days });
    }
    case 'returned':
      return texts.t('words.intakeDetail.returned', {
        until: openUntil({ round, plan, nomination: loaded }),
      });
    case 'opined':
      return texts.t(`words.intakeDetail.${nomination.opinion?.kind ?? 'overdue'}`, { days });
    case 'accepted':
    case 'onHold':
      return texts.t(`words.intakeDetail.${nomination.state}`, { since: local(waitsSince(nomination)) });
    default:
      return texts.t('words.intakeDetail.sent', { since: local(waitsSince(nomination)) });
  }
}
