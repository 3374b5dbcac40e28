import { cancelCard } from '../../../cards/sendings/cancel.ts';
import { recallCard } from '../../../cards/sendings/recall.ts';
import { mayStopSending } from '../../domain/policy/sending.ts';
import { actorOf } from '../../pipeline/actor-of.ts';
import { definePage } from '../../pipeline/page.ts';
import type { Turn } from '../../pipeline/turn.ts';
import type { Viewer } from '../../ports/pages.ts';
import type { Texts } from '../../ports/texts.ts';
import { receiptBy, receiptRecord } from '../../records/campaign.ts';
import { type Listed, sendingOf, startedLine, titleOf } from './listed.ts';
import { sendingCancel, sendingRecall } from './refs.ts';
import { everyone, type Stopping, stoppingOf } from './stopping.ts';

export const mayStop = (viewer: Viewer): boolean => {
  const actor = actorOf(viewer);
  return actor !== undefined && mayStopSending(actor);
};

/** The groups of people in the order of the card; empty groups are left out. */
const rowsOf = (texts: Texts, of: string, numbers: Readonly<Record<string, number>>) =>
  Object.entries(numbers)
    .filter(([, n]) => n > 0)
    .map(([name, n]) => ({
      label: texts.t(`words.sendings.${of}.${name}`),
      value: texts.t('words.sendings.n', { n }),
    }));

/** Before a sending is stopped: who has it already, and who will not get it any more. */
export const cancelSendingPage = (listed: Listed) =>
  definePage({
    name: sendingCancel,
    compose: async ({ turn, viewer, texts, params, banner }) => {
      if (!mayStop(viewer)) return null;
      const sending = await sendingOf(turn, listed, params.spread);
      const { figures } = await stoppingOf(turn, sending.spread);
      const title = await titleOf(turn, texts, sending);
      const numbers = {
        all: everyone(figures),
        kept: figures.delivered + figures.answered,
        doubtful: figures.ambiguous,
        notSent: figures.waiting + figures.toCome,
        unreachable: figures.unreachable,
      };
      const view = {
        title,
        started: await startedLine(turn, texts, sending),
        figures: rowsOf(texts, 'cancelling', numbers),
        spread: params.spread,
      };
      return { card: cancelCard(texts, view, banner), summary: title };
    },
  });

/** Before what was delivered is taken back: from whom, who has seen it, and what cannot be taken back. */
export const recallSendingPage = (listed: Listed) =>
  definePage({
    name: sendingRecall,
    compose: async ({ turn, viewer, texts, params, banner }) => {
      if (!mayStop(viewer)) return null;
      const sending = await sendingOf(turn, listed, params.spread);
      const stopping = await stoppingOf(turn, sending.spread);
      const { figures } = stopping;
      const title = await titleOf(turn, texts, sending);
      const numbers = {
        taken: figures.delivered + figures.answered,
        answered: figures.answered,
        read: await readOf(turn, stopping),
        notSent: figures.waiting + figures.toCome + figures.unreachable,
      };
      const view = {
        title,
        started: await startedLine(turn, texts, sending),
        figures: rowsOf(texts, 'recalling', numbers),
        hasLost: figures.ambiguous > 0,
        lost: texts.t('words.sendings.lost', { n: figures.ambiguous }),
        spread: params.spread,
      };
      return { card: recallCard(texts, view, banner), summary: title };
    },
  });

async function readOf(turn: Turn, { line }: Stopping): Promise<number> {
  let read = 0;
  for (const { id } of line) read += await turn.count(receiptRecord, receiptBy.launch(id));
  return read;
}
