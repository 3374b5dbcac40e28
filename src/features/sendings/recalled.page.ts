import { DateTime } from 'luxon';
import { recalledCard } from '../../../cards/sendings/recalled.ts';
import type { Figures } from '../../delivery/spread/figures.ts';
import { failureOf } from '../../delivery/spread/recall.ts';
import { minutesLeft } from '../../domain/calendar/time-left.ts';
import { sortByName } from '../../domain/text/vietnamese.ts';
import { rowsApart } from '../../model/people/names-apart.ts';
import { nameOf } from '../../model/people/people.ts';
import { sendingBanner } from '../../model/sending/banner.ts';
import { definePage } from '../../pipeline/page.ts';
import { pagingView, windowOf } from '../../pipeline/paging.ts';
import type { Turn } from '../../pipeline/turn.ts';
import type { Texts } from '../../ports/texts.ts';
import { departmentRecord } from '../../records/department.ts';
import { type Delivery, deliveryBy, deliveryRecord } from '../../records/message.ts';
import { personRecord } from '../../records/person.ts';
import { recallId, recallRecord } from '../../records/recall.ts';
import type { Loaded } from '../../records/record.ts';
import { type Listed, sendingOf, titleOf } from './listed.ts';
import { sendingRecalled } from './refs.ts';
import { mayStop } from './stop.page.ts';
import { type Stopping, stoppingOf } from './stopping.ts';

const rowsShown = 12;
/** As many are read at once to be put in the order of their names; more come in the order of the roster. */
const mostSorted = 300;

/** How far a recall has come, and by name from whom it could not be taken back, and why. Kept in step with the sending. */
export const recalledPage = (listed: Listed) =>
  definePage({
    name: sendingRecalled,
    subject: ({ spread }) => spread,
    compose: async ({ turn, viewer, texts, params, banner }) => {
      if (!mayStop(viewer)) return null;
      const sending = await sendingOf(turn, listed, params.spread);
      const stopping = await stoppingOf(turn, sending.spread);
      const { recall, figures } = stopping;
      if (recall === undefined) return null;
      const { asked } = recall.data;
      const shown = windowOf(figures.unrecalled, params.page, rowsShown);
      const isDone = await isThrough(turn, stopping);
      // Those that are not marked yet are still to be taken back, too.
      const going = isDone ? 0 : figures.delivered + figures.answered - figures.unrecalled;
      const elapsedMs = viewer.at.toMillis() - Date.parse(asked.at);
      const minutes = minutesLeft({ remaining: going, done: figures.recalled + figures.unrecalled, elapsedMs });
      const title = await titleOf(turn, texts, sending);
      const { from, to, total, hasPrevious, hasNext, ...paging } = pagingView(shown);
      const view = {
        title,
        asked: texts.t('words.sendings.recallAsked', {
          by: await nameOf(turn, asked.by),
          when: texts.t('words.at', { at: DateTime.fromISO(asked.at, { zone: turn.plan.zone }) }),
        }),
        ...stateOf(texts, figures, isDone),
        recalled: figures.recalled,
        going,
        failed: figures.unrecalled,
        hasTimeLeft: minutes > 0,
        timeLeft: texts.t('words.campaign.minutesLeft', { n: minutes }),
        hasLost: figures.ambiguous > 0,
        lost: texts.t('words.sendings.lost', { n: figures.ambiguous }),
        hasRows: total > 0,
        rows: await rowsApart(turn, await rowsOf(turn, texts, { stopping, start: shown.start })),
        range: texts.t('words.campaign.range', { from, to, total }),
        page: params.page,
        spread: params.spread,
        ...{ from, to, total, hasPrevious, hasNext },
        ...paging,
      };
      const above = banner ?? (await sendingBanner(turn, texts));
      return { card: recalledCard(texts, view, above), summary: title };
    },
  });

const stateTones = { going: 'accent', done: 'good', partly: 'warning', failed: 'attention' } as const;

/** A recall that is through has not always taken everything back. */
function stateOf(texts: Texts, { recalled, unrecalled }: Figures, isDone: boolean) {
  const through = unrecalled === 0 ? 'done' : recalled === 0 ? 'failed' : 'partly';
  const state = isDone ? through : 'going';
  return { state: texts.t(`words.sendings.recallState.${state}`), stateTone: stateTones[state] };
}

/** Also of what was sent once more; and what is marked last is still to be taken back when all has been gone through. */
async function isThrough(turn: Turn, { line, figures }: Stopping): Promise<boolean> {
  if (figures.recalling > 0) return false;
  for (const { id } of line) {
    const recall = await turn.get(recallRecord, recallId(id));
    if (recall !== undefined && recall.data.stage !== 'done') return false;
  }
  return true;
}

/** Read as far as the page reaches. */
async function rowsOf(turn: Turn, texts: Texts, { stopping, start }: { stopping: Stopping; start: number }) {
  const isSorted = stopping.figures.unrecalled <= mostSorted;
  const wanted = isSorted ? mostSorted : start + rowsShown;
  const found: Loaded<Delivery>[] = [];
  for (const { id } of stopping.line) {
    const where = deliveryBy.recall(id, 'failed');
    for await (const delivery of turn.each(deliveryRecord, where)) {
      if (found.length >= wanted) break;
      found.push(delivery);
    }
  }
  const rows = await Promise.all(
    (isSorted ? found : found.slice(start)).map((delivery) => rowOf(turn, texts, delivery)),
  );
  return isSorted ? sortByName(rows, ({ name }) => name).slice(start, start + rowsShown) : rows;
}

async function rowOf(turn: Turn, texts: Texts, { data }: Loaded<Delivery>) {
  const person = await turn.get(personRecord, data.to);
  const department = person && (await turn.get(departmentRecord, person.data.departmentId));
  return {
    id: data.to,
    name: person?.data.fullName ?? texts.t('words.sendings.sheet.left'),
    detail: department?.data.name ?? '',
    why: texts.t(`words.sendings.notRecalled.${failureOf(data)}`),
  };
}
