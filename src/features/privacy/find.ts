import type { z } from 'zod';
import { mayHandOut } from '../../domain/policy/privacy.ts';
import { fold } from '../../domain/text/vietnamese.ts';
import { hitsOf, peopleAt } from '../../model/people/find.ts';
import { type Answer, show } from '../../pipeline/answer.ts';
import type { Ctx } from '../../pipeline/context.ts';
import { dayOf } from '../../pipeline/day-of.ts';
import { requireMay } from '../../pipeline/inputs.ts';
import { type findParams, privacyFind, privacyShow } from './refs.ts';

/** What was typed leads to whom it finds: to one, or to a list of several. @throws CodedError OFFICE_ONLY */
export async function find(ctx: Ctx, params: z.infer<typeof findParams>): Promise<Answer> {
  requireMay(ctx, mayHandOut, 'OFFICE_ONLY');
  const today = dayOf(ctx);
  const hits = fold(params.query) === '' ? [] : await hitsOf(ctx, params.query, today);
  const [only] = hits.length === 1 ? await peopleAt(ctx, hits) : [];
  return show(only === undefined ? privacyFind.ref(params) : privacyShow.ref({ person: only.id }));
}
