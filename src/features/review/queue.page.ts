import type { DateTime } from 'luxon';
import type { Tone } from '../../../cards/kit/kit.ts';
import { queueCard } from '../../../cards/review/queue.ts';
import { instantOf } from '../../domain/calendar/calendar.ts';
import type { Actor } from '../../domain/policy/actor.ts';
import { isHead, leadsUnit } from '../../domain/policy/posts.ts';
import { queueOf } from '../../model/dossier/redraw.ts';
import { reviewQueue } from '../../model/dossier/refs.ts';
import { sentNames } from '../../model/dossier/sent-names.ts';
import { replacedWords } from '../../model/people/acted-by.ts';
import { roundName, roundOf, roundPlan } from '../../model/round/round.ts';
import { actorOf } from '../../pipeline/actor-of.ts';
import { definePage } from '../../pipeline/page.ts';
import { pagingView, slice } from '../../pipeline/paging.ts';
import type { Turn } from '../../pipeline/turn.ts';
import type { Viewer } from '../../ports/pages.ts';
import type { Texts } from '../../ports/texts.ts';
import type { Nomination } from '../../records/nomination.ts';
import type { Loaded } from '../../records/record.ts';
import { leadsSome } from './led-department.ts';
import { listOf, type Reviewable, reviewedBy } from './my-dossiers.ts';
import { detailOf, momentOf, opinionTones } from './viewing.ts';

const rowsPerCard = 8;

/**
 * The dossiers that one person gives an opinion on. Also the content of `review.request`: with nothing waiting there is nothing to send.
 * To a person who asked (`empty: show`), and on a card already posted, an empty list says that it is empty.
 */
export const queuePage = definePage({
  name: reviewQueue,
  subject: (_params, viewer) => queueOf(viewer.owner),
  compose: async ({ turn, viewer, texts, params, banner, redraw }) => {
    const actor = actorOf(viewer);
    if (actor === undefined) return null;
    const round = await roundOf(turn, params.round);
    const plan = await roundPlan(turn, round);
    const all = await reviewedBy(turn, { round: round.data.round, reviewer: actor });
    const mine = listOf(all, params.list, actor);
    if (mine.length === 0 && params.empty === '' && !redraw) return null;
    const names = await sentNames(turn, all);
    const part = slice(mine, params.page, rowsPerCard);
    const key = `words.review.queue.${params.list}`;
    const due = params.soon === 'yes' ? nextDue(mine, plan.zone) : undefined;
    const view = {
      round: round.data.round,
      roundName: roundName(plan, round),
      list: params.list,
      heading: texts.t(`${key}.heading`),
      intro:
        due === undefined
          ? texts.t(mine.length === 0 ? `${key}.empty` : `${key}.intro`)
          : texts.t('words.review.queue.soon', due),
      rows: await Promise.all(
        part.items.map(async (dossier) => ({
          ...row(texts, dossier, { zone: plan.zone, viewer }),
          name: names.get(dossier.id) ?? '',
          inPlaceOf: await inPlaceWords(turn, texts, { dossier, actor }),
        })),
      ),
      ...pagingView(part),
      isWaiting: params.list === 'waiting',
      showsHandled: params.list !== 'handled' && listOf(all, 'handled', actor).length > 0,
      showsOverdue: params.list !== 'overdue' && listOf(all, 'overdue', actor).length > 0,
      mayPropose: isHead(actor),
      hasCollective: leadsSome(actor) && !leadsUnit(actor),
    };
    return {
      card: queueCard(texts, view, banner),
      summary:
        due === undefined
          ? texts.t(`summaries.review.${params.list}`, { n: mine.length })
          : texts.t('summaries.review.soon', due),
    };
  },
});

/** In whose place the reader is asked; empty for whoever is asked in their own post. */
async function inPlaceWords(
  turn: Turn,
  texts: Texts,
  { dossier, actor }: { dossier: Reviewable; actor: Actor },
): Promise<string> {
  const { acts, inPlaceOf } = dossier.opiners;
  if (acts !== actor.id || inPlaceOf === null) return '';
  return texts.t('words.review.inPlaceOf', { who: await replacedWords(turn, texts, inPlaceOf) });
}

/** How many of those that wait fall due first, and when. */
function nextDue(waiting: readonly Loaded<Nomination>[], zone: string): { n: number; at: DateTime } | undefined {
  const due = waiting.flatMap(({ data }) => data.opinionDueAt ?? []).sort();
  const [first] = due;
  return first === undefined ? undefined : { n: due.filter((at) => at === first).length, at: instantOf(first, zone) };
}

function row(texts: Texts, { id, data }: Loaded<Nomination>, { zone, viewer }: { zone: string; viewer: Viewer }) {
  const sent =
    data.submitted === null ? '' : texts.t('words.review.sentAt', { at: momentOf(texts, data.submitted.at, zone) });
  const stand = data.state === 'submitted' ? waiting(texts, data, { zone, viewer }) : settled(texts, data, zone);
  return {
    nomination: id,
    detail: data.snapshot === null ? '' : detailOf(texts, { ...data.snapshot, kind: data.candidate.kind }),
    line: [sent, stand.line].filter((words) => words !== '').join(' · '),
    chip: stand.chip,
    tone: stand.tone,
  };
}

interface Stand {
  readonly line: string;
  readonly chip: string;
  readonly tone: Tone;
}

function waiting(texts: Texts, data: Nomination, { zone, viewer }: { zone: string; viewer: Viewer }): Stand {
  const today = viewer.at.setZone(zone).startOf('day');
  const days = (iso: string): number => Math.round(instantOf(iso, zone).startOf('day').diff(today, 'days').days);
  const waited = data.submitted === null ? 0 : -days(data.submitted.at);
  const line = texts.t('words.review.waited', { n: waited });
  if (data.opinionDueAt === null) return { line, chip: texts.t('words.review.noDue'), tone: 'emphasis' };
  const left = days(data.opinionDueAt);
  const due = texts.t('words.review.dueBy', { at: instantOf(data.opinionDueAt, zone) });
  const chip =
    left < 0
      ? texts.t('words.review.pastDue')
      : left === 0
        ? texts.t('words.review.dueToday')
        : texts.t('words.review.daysLeft', { n: left });
  return { line: `${line} · ${due}`, chip, tone: left <= 0 ? 'attention' : left === 1 ? 'warning' : 'accent' };
}

function settled(texts: Texts, { state, opinion, returned }: Nomination, zone: string): Stand {
  if (state === 'returned' && returned !== null) {
    return {
      line: texts.t('words.review.returnedAt', { at: momentOf(texts, returned.at, zone) }),
      chip: texts.t('words.review.returned'),
      tone: 'warning',
    };
  }
  const kind = opinion?.kind ?? 'overdue';
  const verb = kind === 'overdue' ? 'passedOnAt' : 'opinedAt';
  const line = opinion === null ? '' : texts.t(`words.review.${verb}`, { at: momentOf(texts, opinion.at, zone) });
  return { line, chip: texts.t(`words.review.opinion.${kind}`), tone: opinionTones[kind] };
}
