import { DateTime } from 'luxon';
import { positionOf } from '../../model/people/people.ts';
import type { Ctx } from '../../pipeline/context.ts';
import type { Texts } from '../../ports/texts.ts';
import type { Cell, Sheet } from '../../ports/workbook.ts';
import { auditRecord } from '../../records/audit.ts';
import { deliveryBy, deliveryRecord } from '../../records/message.ts';
import { type FieldSheet, fieldSheets, type Gathered, type Held } from './gather.ts';
import { pathInWords, valueInWords } from './in-words.ts';
import { leavesOf } from './leaves.ts';
import { periodWords } from './period.ts';
import type { Whose } from './whose.ts';

interface Copied {
  readonly whose: Whose;
  readonly gathered: Gathered;
  /** Names of evidence whose files are not there any more. */
  readonly lost: readonly string[];
}

/** Everything stored about somebody as sheets: what they are of, then one a kind of record, fields in words. */
export async function copySheets(ctx: Ctx, texts: Texts, of: Copied): Promise<Sheet[]> {
  const { whose, gathered } = of;
  const named = fieldSheets.filter((sheet) => gathered.held.some((held) => held.sheet === sheet));
  return [
    await aboutSheet(ctx, texts, of),
    ...named.map((sheet) => fieldSheet(ctx, texts, sheet, gathered)),
    table(texts, 'messages', ['kind', 'createdAt', 'sentAt', 'answeredAt', 'state'], messages(ctx, texts, whose)),
    table(texts, 'acts', ['at', 'command', 'subject'], acts(ctx, whose)),
  ];
}

const word = (texts: Texts, key: string): string => texts.t(`words.privacy.sheet.${key}`);

async function aboutSheet(ctx: Ctx, texts: Texts, { whose, gathered, lost }: Copied): Promise<Sheet> {
  const rows: Cell[][] = [
    [word(texts, 'of'), await positionOf(ctx, whose.person.id)],
    [word(texts, 'madeAt'), ctx.at],
    [word(texts, 'madeBy'), await positionOf(ctx, ctx.me.id)],
    [word(texts, 'without'), word(texts, 'withoutVotes')],
    ...lost.map((name) => ['', texts.t('words.privacy.sheet.lost', { name })]),
    ...(gathered.withheld === 0 ? [] : [['', texts.t('words.privacy.sheet.withheld', { n: gathered.withheld })]]),
    [word(texts, 'until'), periodWords(ctx, texts)],
  ];
  return { name: word(texts, 'about'), columns: columns(texts, ['what', 'text']), rows };
}

const columns = (texts: Texts, names: readonly string[]): Sheet['columns'] =>
  names.map((name) => ({ title: word(texts, `column.${name}`), width: name === 'text' ? 80 : 28 }));

const table = (texts: Texts, name: string, names: readonly string[], rows: Sheet['rows']): Sheet => ({
  name: word(texts, name),
  columns: columns(texts, names),
  rows,
});

const fieldSheet = (ctx: Ctx, texts: Texts, sheet: FieldSheet, { held }: Gathered): Sheet =>
  table(
    texts,
    sheet,
    ['record', 'what', 'text'],
    fieldRows(
      ctx,
      texts,
      held.filter((one) => one.sheet === sheet),
    ),
  );

async function* fieldRows(ctx: Ctx, texts: Texts, held: readonly Held[]): AsyncGenerator<Cell[]> {
  const seen = new Map<string, number>();
  for (const { type, data } of held) {
    const n = (seen.get(type.type) ?? 0) + 1;
    seen.set(type.type, n);
    const record = `${texts.t(`words.privacy.record.${type.type}`)} ${n}`;
    for (const leaf of leavesOf(type.schema, data))
      yield [record, pathInWords(texts, leaf), await valueInWords(ctx, texts, leaf)];
  }
}

async function* messages(ctx: Ctx, texts: Texts, { person }: Whose): AsyncGenerator<Cell[]> {
  const at = (iso: string | null): Cell => (iso === null ? null : DateTime.fromISO(iso, { zone: ctx.plan.zone }));
  for await (const { data } of ctx.each(deliveryRecord, deliveryBy.to(person.id))) {
    const { kind, createdAt, sentAt, answeredAt, state } = data;
    yield [kind, at(createdAt), at(sentAt), at(answeredAt), texts.t(`words.privacy.value.${state}`)];
  }
}

/** Read page by page and not by person: the log has no such key, and a copy is made seldom. */
async function* acts(ctx: Ctx, { person }: Whose): AsyncGenerator<Cell[]> {
  for await (const { data } of ctx.each(auditRecord))
    if (data.actor === person.id)
      yield [DateTime.fromISO(data.at, { zone: ctx.plan.zone }), data.command, data.subject];
}
