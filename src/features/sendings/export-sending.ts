import { DateTime } from 'luxon';
import { z } from 'zod';
import { type Answer, good, show } from '../../pipeline/answer.ts';
import type { Ctx } from '../../pipeline/context.ts';
import { keepExport } from '../../pipeline/keep-export.ts';
import type { Texts } from '../../ports/texts.ts';
import type { Cell, Sheet } from '../../ports/workbook.ts';
import { outcomes } from '../../records/message.ts';
import { type ExportRows, exportRows } from './export-rows.ts';
import { type Listed, requireReconciler, type Sending, sendingOf, titleOf } from './listed.ts';
import { sendingFile } from './refs.ts';

export const exportSendingInput = z.strictObject({ spread: z.string().max(300) });

/** Who was reached, person by person and department by department, as a workbook to be filed or printed. */
export const exportSending =
  (listed: Listed) =>
  async (ctx: Ctx, input: z.infer<typeof exportSendingInput>): Promise<Answer> => {
    requireReconciler(ctx);
    const sending = await sendingOf(ctx, listed, input.spread);
    const texts = ctx.texts(ctx.me.data.locale);
    const rows = await exportRows(ctx, texts, sending);
    const subject = sending.spread.id;
    const sheets = await sheetsOf(ctx, texts, { sending, rows });
    const sha256 = await keepExport(ctx, { command: 'sending.export', subject, sheets });
    return show(sendingFile.ref({ spread: subject, sha256 }), good('sendings.exported', { n: rows.people.length }));
  };

async function sheetsOf(
  ctx: Ctx,
  texts: Texts,
  { sending, rows }: { sending: Sending; rows: ExportRows },
): Promise<Sheet[]> {
  const word = (key: string): string => texts.t(`words.sendings.sheet.${key}`);
  const column = (key: string, width: number) => ({ title: word(key), width });
  const asks = sending.def.sending.receipts !== undefined;
  const counted = [...outcomes, ...(asks ? (['acknowledged'] as const) : [])];
  const total = counted.map((name) => rows.departments.reduce((sum, { counts }) => sum + counts[name], 0));
  const summary: Cell[][] = [
    ...rows.departments.map(({ name, counts }) => [name, counts.people, ...counted.map((of) => counts[of])]),
    [word('total'), rows.people.length, ...total],
    [],
    [word('about'), await titleOf(ctx, texts, sending)],
    [word('asOf'), texts.t('words.at', { at: ctx.at.setZone(ctx.plan.zone) })],
    [
      word('startedAt'),
      texts.t('words.at', { at: DateTime.fromISO(sending.spread.data.startedAt, { zone: ctx.plan.zone }) }),
    ],
  ];
  return [
    {
      name: word('people'),
      columns: [
        column('department', 36),
        column('name', 28),
        column('title', 26),
        column('outcome', 26),
        column('sentAt', 17),
        column('answeredAt', 17),
        column('acknowledgedAt', 17),
        column('why', 38),
        column('attempts', 10),
        column('twice', 14),
      ],
      rows: rows.people,
    },
    {
      name: word('departments'),
      columns: [
        column('department', 36),
        column('everyone', 12),
        ...outcomes.map((outcome) => ({ title: texts.t(`words.sendings.outcome.${outcome}`), width: 14 })),
        ...(asks ? [column('acknowledged', 14)] : []),
      ],
      rows: summary,
    },
  ];
}
