import { DateTime } from 'luxon';
import { showCard } from '../../../cards/sendings/show.ts';
import { type Figures, figuresOf, owedTo } from '../../delivery/spread/figures.ts';
import { minutesLeft } from '../../domain/calendar/time-left.ts';
import { mayReconcile, mayResend, mayStopSending } from '../../domain/policy/sending.ts';
import { sendingBanner } from '../../model/sending/banner.ts';
import { type HeldBack, hasHeldDropped, heldBackOf } from '../../model/sending/held-back.ts';
import { resendsOf } from '../../model/sending/repeats.ts';
import { actorOf } from '../../pipeline/actor-of.ts';
import { definePage, type PageDef } from '../../pipeline/page.ts';
import type { Turn } from '../../pipeline/turn.ts';
import type { Texts } from '../../ports/texts.ts';
import { receiptBy, receiptRecord } from '../../records/campaign.ts';
import { type Listed, nowOf, type Sending, sendingOf, startedLine, titleOf } from './listed.ts';
import { reachedOf, stateOf, toneOf, unreachedOf } from './reached.ts';
import { byConcern } from './recipients.ts';
import { sendingShow } from './refs.ts';
import { firstOf } from './sent-again.ts';
import { stoppingOf } from './stopping.ts';

/** One sending in figures: who has it, who has not, and what is still on its way. */
export const showPage = (listed: Listed): PageDef =>
  definePage({
    name: sendingShow,
    subject: ({ spread }) => spread,
    compose: async ({ turn, viewer, texts, params, banner }) => {
      const actor = actorOf(viewer);
      if (actor === undefined || !mayReconcile(actor)) return null;
      const sending = await sendingOf(turn, listed, params.spread);
      const { spread } = sending;
      const figures = await figuresOf(turn.store, spread);
      const people = owedTo(figures) + figures.toCome;
      const heldBack = await heldBackOf(turn, spread, figures.waiting);
      const title = await titleOf(turn, texts, sending);
      const view = {
        spread: spread.id,
        name: title,
        started: await startedLine(turn, texts, sending),
        ...stateOf(texts, sending, { figures, heldBack }),
        people,
        reached: reachedOf(figures),
        unreached: unreachedOf(figures),
        ...leftOf(texts, sending, { figures, heldBack, at: viewer.at }),
        ...(await acknowledgedOf(turn, texts, sending, people)),
        outcomes: byConcern
          .filter((outcome) => figures[outcome] > 0)
          .map((outcome) => ({
            outcome,
            label: texts.t(`words.sendings.outcome.${outcome}`),
            count: String(figures[outcome]),
            tone: toneOf[outcome],
          })),
        ...(await linesOf(turn, texts, listed, sending)),
        ...(await stopsOf(turn, sending, mayStopSending(actor))),
        mayResend:
          mayResend(actor) &&
          (await isAnybodyLeft(turn, sending, figures)) &&
          (await isWorthSendingAgain(turn, listed, sending, viewer.at)),
      };
      const above = banner ?? (await sendingBanner(turn, texts));
      return { card: showCard(texts, view, above), summary: texts.t('summaries.sendings.show', { name: title }) };
    },
  });

/** What will still go out by itself, and what is held back. */
function leftOf(
  texts: Texts,
  { spread }: Sending,
  { figures, heldBack, at }: { figures: Figures; heldBack: HeldBack; at: DateTime },
) {
  const all = figures.waiting + figures.toCome;
  const held = heldBack.isAll ? all : heldBack.messages;
  const remaining = all - held;
  const isOver = all === 0 || spread.data.state === 'cancelled' || spread.data.dropped;
  const elapsedMs = at.toMillis() - Date.parse(spread.data.startedAt);
  const minutes = minutesLeft({ remaining, done: owedTo(figures) - figures.waiting, elapsedMs });
  const left = [
    ...(remaining > 0 ? [texts.t('words.sendings.left', { n: remaining, minutes })] : []),
    ...(held > 0 ? [texts.t('words.sendings.held', { n: held })] : []),
  ].join(' ');
  return { hasLeft: !isOver, left: isOver ? '' : left };
}

async function acknowledgedOf(turn: Turn, texts: Texts, { spread, def }: Sending, people: number) {
  if (def.sending.receipts === undefined) return { hasAcknowledged: false, acknowledged: '' };
  const where = receiptBy.launch(spread.id);
  const n = await turn.count(receiptRecord, where);
  return { hasAcknowledged: true, acknowledged: texts.t('words.sendings.acknowledged', { n, people }) };
}

/** Between a sending and its repeats. */
async function linesOf(turn: Turn, texts: Texts, listed: Listed, sending: Sending) {
  const first = await firstOf(turn, listed, sending);
  const isFirst = first.spread.id === sending.spread.id;
  const resends = isFirst ? await resendsOf(turn, sending.spread.id) : [];
  const last = resends.at(-1);
  const line = isFirst ? '' : texts.t('words.sendings.of', { name: await titleOf(turn, texts, first) });
  const at = last && DateTime.fromISO(last.data.startedAt, { zone: turn.plan.zone });
  return {
    hasOther: last !== undefined || !isFirst,
    other: last?.id ?? first.spread.id,
    otherLine: at === undefined ? line : texts.t('words.sendings.resentTimes', { n: resends.length, at }),
  };
}

async function stopsOf(turn: Turn, { spread }: Sending, may: boolean) {
  if (!may) return { mayCancel: false, mayRecall: false, isRecalled: false };
  const { mayCancel, mayRecall, recall } = await stoppingOf(turn, spread);
  return { mayCancel, mayRecall, isRecalled: recall !== undefined };
}

const isAnybodyLeft = async (turn: Turn, { spread }: Sending, figures: Figures): Promise<boolean> =>
  unreachedOf(figures) + figures.ambiguous > 0 || (figures.dropped > 0 && (await hasHeldDropped(turn, spread.id)));

async function isWorthSendingAgain(turn: Turn, listed: Listed, sending: Sending, at: DateTime): Promise<boolean> {
  if (sending.spread.data.state !== 'done') return false;
  const first = await firstOf(turn, listed, sending);
  return (await first.def.sending.over(turn, nowOf(first, at))) === undefined;
}
