import type { DateTime } from 'luxon';
import { oweRefresh } from '../../delivery/owe/owe.ts';
import type { PlannedRound } from '../../domain/plan/rounds.ts';
import { oweClosing } from '../../model/round/closing.ts';
import { datesTaken, milestonesToBe } from '../../model/round/dates.ts';
import { planKept } from '../../model/round/kept-plan.ts';
import type { Ctx } from '../../pipeline/context.ts';
import { stamp } from '../../ports/commit.ts';
import { create } from '../../ports/documents.ts';
import type { Change } from '../../ports/store.ts';
import { type Round, roundId, roundRecord } from '../../records/round.ts';

/** Until when dossiers of a round opened late are taken. */
export interface Late {
  readonly until: DateTime;
  readonly reason: string;
}

/** A round begins: under the plan version in force, with the dates that waited for it; the calendar looks at it at once. Tells nobody. */
export async function roundOpening(ctx: Ctx, planned: PlannedRound, late?: Late): Promise<Change[]> {
  const { at, scope } = ctx;
  const id = roundId(planned.id);
  const data: Round = {
    round: planned.id,
    kind: planned.kind,
    year: planned.year,
    planVersion: ctx.planVersion,
    opened: { by: ctx.me.id, at: stamp(at) },
    deadline: stamp(planned.deadline),
    graceUntil: late === undefined ? null : stamp(late.until),
    milestones: await milestonesToBe(ctx, planned),
    nextLookAt: stamp(at),
  };
  return [
    ...(await planKept(ctx, ctx.settings.on(at.toFormat('yyyy-MM-dd')))),
    create(roundRecord, scope, id, data),
    await datesTaken(ctx, planned.id),
    oweClosing(scope, data, late && [{ ...data.opened, until: stamp(late.until), reason: late.reason }]),
    oweRefresh(scope, at, id, 1),
  ];
}
