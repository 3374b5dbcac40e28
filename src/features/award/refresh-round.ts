import { oweRefresh } from '../../delivery/owe/owe.ts';
import { decidingOf } from '../../model/council/decisions.ts';
import type { Ctx } from '../../pipeline/context.ts';
import type { Change } from '../../ports/store.ts';

/** Cards about the round's decisions are out of date. */
export const refreshRound = (ctx: Ctx, round: string): Change =>
  oweRefresh(ctx.scope, ctx.at, decidingOf(round), ctx.newId());
