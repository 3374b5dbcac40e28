import { z } from 'zod';
import { oweRefresh } from '../../delivery/owe/owe.ts';
import { formatIsoDate } from '../../domain/text/format.ts';
import { receivedDay } from '../../model/dossier/received-day.ts';
import { roundOf, roundPlan } from '../../model/round/round.ts';
import { type Answer, good, Refusal, show } from '../../pipeline/answer.ts';
import type { Ctx } from '../../pipeline/context.ts';
import { confirmation } from '../../pipeline/inputs.ts';
import { replace } from '../../ports/documents.ts';
import { nominationRecord } from '../../records/nomination.ts';
import { roundId } from '../../records/round.ts';
import { requireOffice } from './intake-dossier.ts';
import { missingOriginals } from './missing-originals.ts';
import { intakeOriginals } from './refs.ts';

export const recordOriginalsInput = z.strictObject({
  round: z.string().default(''),
  send: confirmation,
  receivedOn: z.string().default(''),
  /** As the card names them, separated by commas. */
  dossiers: z.string().max(20_000).default(''),
});

/** Dossiers of one transaction, two changes each. */
const stepSize = 40;

/**
 * The signed originals of many dossiers came in on one day. What was recorded meanwhile keeps its day, and what one may not handle is passed
 * over, so a second click, or one after a crash, records the rest.
 */
export async function recordOriginals(ctx: Ctx, input: z.infer<typeof recordOriginalsInput>): Promise<Answer> {
  requireOffice(ctx);
  const round = await roundOf(ctx, input.round);
  const key = round.data.round;
  const form = intakeOriginals.ref({ round: key });
  if (!input.send) return show(form);
  const back = { show: form, typed: { receivedOn: input.receivedOn, dossiers: input.dossiers } };
  const on = receivedDay(input.receivedOn, { at: ctx.at, plan: await roundPlan(ctx, round), back });
  const chosen = new Set(input.dossiers.split(','));
  const found = (await missingOriginals(ctx, ctx.actor, key)).filter(
    // Named by its id, it may have got its number since.
    ({ key: each, id }) => chosen.has(each) || chosen.has(id),
  );
  if (input.dossiers === '') throw new Refusal('ORIGINALS_NONE', back);
  for (let i = 0; i < found.length; i += stepSize) {
    const changes = found
      .slice(i, i + stepSize)
      .flatMap(({ nomination }) => [
        replace(nominationRecord, nomination, { ...nomination.data, originalReceivedOn: on }),
        oweRefresh(ctx.scope, ctx.at, nomination.id, nomination.rev + 1),
      ]);
    ctx.commit({ command: 'intake.originals', subject: roundId(key), facts: { on }, changes });
    await ctx.settle();
  }
  if (found.length === 0) return show(form, good('intake.originalsBefore'));
  return show(form, good('intake.originals', { n: found.length, on: formatIsoDate(on) }));
}
