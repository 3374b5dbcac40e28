import { listCard } from '../../../cards/sendings/list.ts';
import { figuresOf, owedTo } from '../../delivery/spread/figures.ts';
import { mayReconcile } from '../../domain/policy/sending.ts';
import { sendingBanner } from '../../model/sending/banner.ts';
import { heldBackOf } from '../../model/sending/held-back.ts';
import { actorOf } from '../../pipeline/actor-of.ts';
import { definePage, type PageDef } from '../../pipeline/page.ts';
import { pagingView } from '../../pipeline/paging.ts';
import type { Turn } from '../../pipeline/turn.ts';
import type { Texts } from '../../ports/texts.ts';
import { latest } from './latest.ts';
import { type Listed, type Sending, startedLine, titleOf } from './listed.ts';
import { reachedOf, stateOf } from './reached.ts';
import { sendingList } from './refs.ts';

const sendingsPerCard = 8;

/** What was sent to many people, newest first. */
export const listPage = (listed: Listed): PageDef =>
  definePage({
    name: sendingList,
    compose: async ({ turn, viewer, texts, params, banner }) => {
      const actor = actorOf(viewer);
      if (actor === undefined || !mayReconcile(actor)) return null;
      const part = await latest(turn, listed, { page: params.page, size: sendingsPerCard, at: viewer.at });
      const { from, to, total, ...paging } = pagingView(part);
      const view = {
        rows: await Promise.all(part.items.map((sending) => rowOf(turn, texts, sending))),
        isEmpty: total === 0,
        range: texts.t('words.sendings.rangeSendings', { from, to, total }),
        ...paging,
      };
      const above = banner ?? (await sendingBanner(turn, texts));
      return { card: listCard(texts, view, above), summary: texts.t('summaries.sendings.list') };
    },
  });

async function rowOf(turn: Turn, texts: Texts, sending: Sending) {
  const figures = await figuresOf(turn.store, sending.spread);
  const people = owedTo(figures) + figures.toCome;
  const heldBack = await heldBackOf(turn, sending.spread, figures.waiting);
  return {
    spread: sending.spread.id,
    name: await titleOf(turn, texts, sending),
    started: await startedLine(turn, texts, sending),
    figures:
      people === 0
        ? texts.t('words.sendings.nobody')
        : texts.t('words.sendings.reached', { reached: reachedOf(figures), people }),
    ...stateOf(texts, sending, { figures, heldBack }),
  };
}
