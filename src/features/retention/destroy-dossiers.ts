import { z } from 'zod';
import { isOffice } from '../../domain/policy/posts.ts';
import { tidy } from '../../domain/text/vietnamese.ts';
import { receivedDay } from '../../model/dossier/received-day.ts';
import { roundOf } from '../../model/round/round.ts';
import { type Answer, good, Refusal, show } from '../../pipeline/answer.ts';
import type { Ctx } from '../../pipeline/context.ts';
import { confirmation, requireMay } from '../../pipeline/inputs.ts';
import { stamp } from '../../ports/commit.ts';
import { create } from '../../ports/documents.ts';
import { destructionId, destructionRecord } from '../../records/destruction.ts';
import { firstPart } from './destroy-step.ts';
import { isPeriodOver } from './periods.ts';
import { retentionShow, roundParams } from './refs.ts';

export const destroyDossiersInput = roundParams.extend({
  number: z.string().max(200).default(''),
  issuedOn: z.string().max(40).default(''),
  confirm: confirmation,
});

/** No number of a paper is longer. */
const longestNumber = 100;

/**
 * Has what the dossiers of one round say destroyed, once its period is over, by a decision of the unit: its number and day are asked for. Done by
 * the lane, and never taken back. Asked for again it shows what became of it.
 * @throws CodedError OFFICE_ONLY; Refusal RETENTION_NOT_OVER, DECIDE_NUMBER, DATE_UNREADABLE, DATE_IN_FUTURE
 */
export async function destroyDossiers(ctx: Ctx, input: z.infer<typeof destroyDossiersInput>): Promise<Answer> {
  requireMay(ctx, isOffice, 'OFFICE_ONLY');
  const round = await roundOf(ctx, input.round);
  const page = retentionShow.ref({ round: input.round });
  if ((await ctx.get(destructionRecord, destructionId(input.round))) !== undefined) return show(page);
  if (!isPeriodOver(ctx, round)) throw new Refusal('RETENTION_NOT_OVER', { show: page });
  if (!input.confirm) return show(page);
  const typed = { number: input.number, issuedOn: input.issuedOn };
  const number = tidy(input.number).slice(0, longestNumber);
  if (number === '') throw new Refusal('DECIDE_NUMBER', { show: page, typed });
  const issuedOn = receivedDay(input.issuedOn, { at: ctx.at, plan: ctx.plan, back: { show: page, typed } });
  const at = stamp(ctx.at);
  ctx.commit({
    command: 'retention.destroy',
    subject: destructionId(input.round),
    facts: { number, issuedOn },
    changes: [
      create(destructionRecord, ctx.scope, destructionId(input.round), {
        ...{ round: input.round, number, issuedOn, asked: { by: ctx.me.id, at } },
        ...{ part: firstPart, after: '', destroyed: 0, dueAt: at, endedAt: null },
      }),
    ],
  });
  return show(page, good('retention.destroying'));
}
