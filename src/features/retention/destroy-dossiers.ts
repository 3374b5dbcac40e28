import { z } from 'zod';
import { instantOf } from '../../domain/calendar/calendar.ts';
import { isOffice } from '../../domain/policy/posts.ts';
import { isWrong, readPaper } from '../../model/council/signed-paper.ts';
import { roundOf } from '../../model/round/round.ts';
import { type Answer, good, Refusal, refusalOf, show } from '../../pipeline/answer.ts';
import type { Ctx } from '../../pipeline/context.ts';
import { dayOf } from '../../pipeline/day-of.ts';
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

/**
 * Has what the dossiers of one round say destroyed, once its period is over, by a decision of the unit: its number and day are asked for. Done by
 * the lane, and never taken back. Asked for again it shows what became of it.
 * @throws CodedError OFFICE_ONLY; Refusal RETENTION_NOT_OVER, DECIDE_NUMBER, TOO_LONG, DECIDE_DATE
 */
export async function destroyDossiers(ctx: Ctx, input: z.infer<typeof destroyDossiersInput>): Promise<Answer> {
  requireMay(ctx, isOffice, 'OFFICE_ONLY');
  const round = await roundOf(ctx, input.round);
  const page = retentionShow.ref({ round: input.round });
  if ((await ctx.get(destructionRecord, destructionId(input.round))) !== undefined) return show(page);
  if (!isPeriodOver(ctx, round)) throw new Refusal('RETENTION_NOT_OVER', { show: page });
  if (!input.confirm) return show(page);
  const typed = { number: input.number, issuedOn: input.issuedOn };
  const opened = instantOf(round.data.opened.at, ctx.plan.zone).toFormat('yyyy-MM-dd');
  const bounds = { from: { step: 'opened', on: opened }, to: { step: 'today', on: dayOf(ctx) } } as const;
  const paper = readPaper({ ...typed, sameNumber: '' }, bounds);
  if (isWrong(paper)) throw refusalOf(paper.problems, { show: page, typed });
  const { number, issuedOn } = paper;
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
