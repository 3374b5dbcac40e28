import { DateTime } from 'luxon';
import type { z } from 'zod';
import { peopleCard } from '../../../cards/sendings/people.ts';
import { mayReconcile } from '../../domain/policy/sending.ts';
import { rowsApart } from '../../model/people/names-apart.ts';
import { departmentOf } from '../../model/people/people.ts';
import { sendingBanner } from '../../model/sending/banner.ts';
import { isHeldBack } from '../../model/sending/held-back.ts';
import { actorOf } from '../../pipeline/actor-of.ts';
import { type Ask, definePage, type PageDef } from '../../pipeline/page.ts';
import { pagingView } from '../../pipeline/paging.ts';
import type { Turn } from '../../pipeline/turn.ts';
import type { Texts } from '../../ports/texts.ts';
import { receiptId, receiptRecord } from '../../records/campaign.ts';
import { type DeliveryOutcome, outcomeOf } from '../../records/message.ts';
import { type Listed, type Sending, sendingOf, titleOf } from './listed.ts';
import { toneOf } from './reached.ts';
import { byConcern, countAmong, figuresAmong, nextPage, type Recipient, readAtOnce, sortedPage } from './recipients.ts';
import { everyone, noDepartment, type peopleParams, sendingPeople } from './refs.ts';
import { mayHaveTwice, whyOf } from './why.ts';

const peoplePerCard = 15;
type Params = z.infer<typeof peopleParams>;

/** Who of a department, or of an outcome, was reached and who was not, with why, by name. The office and the leaders only. */
export const peoplePage = (listed: Listed): PageDef =>
  definePage({
    name: sendingPeople,
    compose: async (ask: Ask<Params>) => {
      const { turn, viewer, texts, params, banner } = ask;
      const actor = actorOf(viewer);
      if (actor === undefined || !mayReconcile(actor)) return null;
      const sending = await sendingOf(turn, listed, params.spread);
      const among = { spread: sending.spread, department: params.department };
      const place = await placeOf(turn, texts, params.department);
      const figures = await figuresAmong(turn, among);
      const outcome = params.outcome === '' ? undefined : params.outcome;
      const total = countAmong(figures, outcome);
      const isLong = total > readAtOnce;
      const name = await titleOf(turn, texts, sending);
      const choices = byConcern.filter((one) => isLong && outcome === undefined && figures[one] > 0);
      const part = await partOf(turn, sending, { params, outcome, total });
      const view = {
        spread: sending.spread.id,
        department: params.department,
        outcome: params.outcome,
        name,
        place,
        about: outcome === undefined ? '' : texts.t(`words.sendings.outcome.${outcome}`),
        hasAbout: outcome !== undefined,
        choices: choices.map((one) => ({
          outcome: one,
          label: texts.t(`words.sendings.outcome.${one}`),
          count: String(figures[one]),
          tone: toneOf[one],
        })),
        rows: await rowsApart(
          turn,
          await Promise.all(
            part.items.map((recipient) =>
              rowOf(turn, texts, sending, { recipient, inAll: params.department === everyone }),
            ),
          ),
        ),
        isEmpty: total === 0,
        isLong: isLong && outcome !== undefined,
        range: texts.t('words.sendings.rangePeople', { from: part.from, to: part.to, total }),
        isPaged: part.items.length > 0 && part.items.length < total,
        previous: part.previous,
        next: part.next,
        hasPrevious: part.hasPrevious,
        hasNext: part.hasNext,
        after: part.after,
        before: String(part.to),
        isAway: part.isAway,
      };
      return {
        card: peopleCard(texts, view, banner ?? (await sendingBanner(turn, texts))),
        summary: texts.t('summaries.sendings.people', { name: place }),
      };
    },
  });

/** @throws CodedError NOTHING_TO_SHOW when there is no such department */
async function placeOf(turn: Turn, texts: Texts, department: string): Promise<string> {
  if (department === everyone) return texts.t('words.sendings.all');
  if (department === noDepartment) return texts.t('words.sendings.noDepartment');
  return (await departmentOf(turn, department)).data.name;
}

/** A short list by name, page by page; a long one forward only, each page by name. */
async function partOf(
  turn: Turn,
  { spread }: Sending,
  { params, outcome, total }: { params: Params; outcome: DeliveryOutcome | undefined; total: number },
) {
  const among = { spread, department: params.department, size: peoplePerCard };
  const still = { previous: '0', next: '0', hasPrevious: false, hasNext: false, after: '', isAway: false };
  if (total <= readAtOnce) {
    const wanted = outcome === undefined ? byConcern : [outcome];
    const page = await sortedPage(turn, { ...among, outcomes: wanted, page: params.page });
    return { ...still, ...pagingView(page), items: page.items };
  }
  if (outcome === undefined) return { ...still, from: 0, to: 0, items: [] };
  const { items, next } = await nextPage(turn, { ...among, outcome, after: params.after });
  const before = params.after === '' ? 0 : Math.min(Math.max(0, Number.parseInt(params.before, 10) || 0), total);
  const to = Math.min(before + items.length, total);
  const isAway = params.after !== '';
  return { ...still, from: Math.min(before + 1, to), to, items, after: next, hasNext: next !== '', isAway };
}

async function rowOf(
  turn: Turn,
  texts: Texts,
  sending: Sending,
  { recipient, inAll }: { recipient: Recipient; inAll: boolean },
) {
  const { delivery, person } = recipient;
  const outcome = outcomeOf(delivery.data);
  const isHeld = outcome === 'waiting' && (await isHeldBack(turn, delivery.id));
  const line = await lineOf(turn, texts, sending, { recipient, isHeld });
  const department =
    inAll && delivery.data.department !== '' ? [(await departmentOf(turn, delivery.data.department)).data.name] : [];
  return {
    id: delivery.data.to,
    name: person?.data.fullName ?? texts.t('words.sendings.sheet.left'),
    detail: [...(person === undefined ? [] : [person.data.title]), ...department].filter(Boolean).join(' · '),
    chip: texts.t(`words.sendings.chip.${isHeld ? 'held' : outcome}`),
    tone: isHeld ? ('warning' as const) : toneOf[outcome],
    line,
    hasLine: line !== '',
  };
}

/** When it arrived and what was done with it, or why it did not. */
async function lineOf(
  turn: Turn,
  texts: Texts,
  sending: Sending,
  { recipient, isHeld }: { recipient: Recipient; isHeld: boolean },
): Promise<string> {
  const { data } = recipient.delivery;
  const local = (iso: string): DateTime => DateTime.fromISO(iso, { zone: turn.plan.zone });
  const read = await acknowledgedAt(turn, sending, data.to);
  const parts = [
    data.sentAt === null ? '' : texts.t('words.sendings.sentAt', { at: local(data.sentAt) }),
    data.answeredAt === null ? '' : texts.t('words.sendings.answeredAt', { at: local(data.answeredAt) }),
    read === undefined ? '' : texts.t('words.sendings.acknowledgedAt', { at: local(read) }),
    whyOf(texts, data, isHeld),
    mayHaveTwice(data) ? texts.t('words.sendings.twice') : '',
  ].filter((part) => part !== '');
  return parts.join('; ');
}

/** @returns the UTC instant, undefined when they did not, or nobody asks for it */
async function acknowledgedAt(turn: Turn, { spread, def }: Sending, person: string): Promise<string | undefined> {
  const cause = def.sending.receipts?.(turn);
  const receipt = cause && (await turn.get(receiptRecord, receiptId(cause, person)));
  return receipt && receipt.data.launch === spread.id ? receipt.data.at : undefined;
}
