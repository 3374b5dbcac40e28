import type { z } from 'zod';
import { maySeeRoster } from '../../domain/policy/roster.ts';
import { fold } from '../../domain/text/vietnamese.ts';
import { type Answer, show } from '../../pipeline/answer.ts';
import type { Ctx } from '../../pipeline/context.ts';
import { requireMay } from '../../pipeline/inputs.ts';
import { type findParams, rosterFind, rosterShow } from './refs.ts';

/** @throws CodedError OFFICE_ONLY */
export const requireRoster = (ctx: Ctx): void => requireMay(ctx, maySeeRoster, 'OFFICE_ONLY');

/** What was typed leads to whom it finds; nothing typed, to everybody. @throws CodedError OFFICE_ONLY */
export async function find(ctx: Ctx, params: z.infer<typeof findParams>): Promise<Answer> {
  requireRoster(ctx);
  return show(fold(params.query) === '' ? rosterShow.ref({}) : rosterFind.ref(params));
}
