import { DateTime, IANAZone } from 'luxon';
import { nameKey } from '../../domain/text/vietnamese.ts';
import { namesApart } from '../../model/people/names-apart.ts';
import { departments } from '../../model/people/people.ts';
import { isHeldBack } from '../../model/sending/held-back.ts';
import type { Turn } from '../../pipeline/turn.ts';
import type { Texts } from '../../ports/texts.ts';
import type { Cell } from '../../ports/workbook.ts';
import { receiptBy, receiptRecord } from '../../records/campaign.ts';
import {
  type Delivery,
  type DeliveryOutcome,
  deliveryBy,
  deliveryRecord,
  outcomeOf,
  outcomes,
  repeatedId,
} from '../../records/message.ts';
import { personRecord } from '../../records/person.ts';
import type { Loaded } from '../../records/record.ts';
import type { Sending } from './listed.ts';
import { mayHaveTwice, whyOf } from './why.ts';

/** One person of a sending, in the order of the file. */
interface Row {
  readonly place: number;
  readonly key: string;
  readonly id: string;
  readonly name: string;
  readonly cells: readonly Cell[];
}
/** Where a row's cells have the name. */
const nameColumn = 1;
interface Totals {
  readonly name: string;
  readonly counts: Record<DeliveryOutcome | 'people' | 'acknowledged', number>;
}

export interface ExportRows {
  /** By department in protocol order, then by given name. */
  readonly people: readonly (readonly Cell[])[];
  /** Departments of which anybody was to be told, in protocol order; those who belong to none come last. */
  readonly departments: readonly Totals[];
}

const noCounts = (): Totals['counts'] => ({
  people: 0,
  acknowledged: 0,
  ...(Object.fromEntries(outcomes.map((outcome) => [outcome, 0])) as Record<DeliveryOutcome, number>),
});

/** Everyone of a sending. Reads record after record, so that others get their turn, and keeps of each what its row needs. */
export async function exportRows(turn: Turn, texts: Texts, sending: Sending): Promise<ExportRows> {
  const zone = IANAZone.create(turn.plan.zone);
  const named = await departments(turn);
  const places = new Map(named.map(({ id }, i) => [id, i]));
  const totals: Totals[] = [...named.map(({ data }) => data.name), texts.t('words.sendings.noDepartment')].map(
    (name) => ({ name, counts: noCounts() }),
  );
  const acknowledged = await acknowledgements(turn, sending);
  const rows: Row[] = [];
  const words = remembered(texts);
  const where = deliveryBy.cause(sending.spread.id);
  for await (const delivery of turn.each(deliveryRecord, where)) {
    const { data } = delivery;
    const place = places.get(data.department) ?? named.length;
    const person = await turn.get(personRecord, data.to);
    const name = person?.data.fullName ?? words('sheet.left');
    const read = acknowledged.get(data.to);
    const { name: department = '', counts } = totals[place] ?? {};
    if (counts !== undefined) count(counts, data, read);
    const local = (iso: string | null | undefined): DateTime | null =>
      iso ? DateTime.fromMillis(Date.parse(iso), { zone }) : null;
    const cells = [
      department,
      name,
      person?.data.title ?? '',
      words(`outcome.${outcomeOf(data)}`),
      local(data.sentAt),
      local(data.answeredAt),
      local(read),
      whyOf(texts, data, outcomeOf(data) === 'waiting' && (await isHeldBack(turn, delivery.id))),
      data.attempts,
      (await isTwice(turn, sending, delivery)) ? words('sheet.yes') : '',
    ];
    rows.push({ place, key: nameKey(name), id: data.to, name, cells });
  }
  rows.sort((a, b) => a.place - b.place || (a.key < b.key ? -1 : Number(a.key > b.key)));
  const names = await namesApart(turn, rows);
  return {
    people: rows.map(({ cells }, i) => [...cells.slice(0, nameColumn), names[i] ?? '', ...cells.slice(nameColumn + 1)]),
    departments: totals.filter(({ counts }) => counts.people > 0),
  };
}

/** Few words, asked for row after row. */
function remembered(texts: Texts): (key: string) => string {
  const known = new Map<string, string>();
  return (key) => {
    const word = known.get(key) ?? texts.t(`words.sendings.${key}`);
    known.set(key, word);
    return word;
  };
}

function count(counts: Totals['counts'], data: Delivery, read: string | undefined): void {
  counts.people += 1;
  counts[outcomeOf(data)] += 1;
  if (read !== undefined) counts.acknowledged += 1;
}

/** Person → UTC instant of their "I have read it". */
async function acknowledgements(turn: Turn, { spread, def }: Sending): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>();
  if (def.sending.receipts === undefined) return found;
  const where = receiptBy.launch(spread.id);
  for await (const { data } of turn.each(receiptRecord, where)) found.set(data.person, data.at);
  return found;
}

/** Sent twice by itself, or repeated to someone who may have had the first. */
async function isTwice(turn: Turn, { spread }: Sending, delivery: Loaded<Delivery>): Promise<boolean> {
  if (mayHaveTwice(delivery.data)) return true;
  if (spread.data.kind !== 'resend' || delivery.data.sentAt === null) return false;
  const first = await turn.get(deliveryRecord, repeatedId(delivery));
  return first?.data.state === 'ambiguous';
}
