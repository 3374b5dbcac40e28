import { z } from 'zod';
import { mayForward, mayForwardSome } from '../../domain/policy/award.ts';
import { awaiting, ownLevel } from '../../model/council/decisions.ts';
import { lastChange } from '../../model/dossier/last-change.ts';
import { candidateOf, revOf } from '../../model/dossier/nominees.ts';
import { roundOf } from '../../model/round/round.ts';
import { type Answer, good, Refusal, show } from '../../pipeline/answer.ts';
import type { Ctx } from '../../pipeline/context.ts';
import { confirmation, requireMay, version } from '../../pipeline/inputs.ts';
import { roundId } from '../../records/round.ts';
import { parentLevel } from './parent-level.ts';
import { decideForwarding, decideShow } from './refs.ts';
import { moveInSteps, refreshRound } from './write-steps.ts';

export const forwardDossiersInput = z.strictObject({
  round: z.string().default(''),
  rev: version,
  confirm: confirmation,
});

/**
 * Marks that the dossiers for the parent department were sent there: those of its level, and the director's own case,
 * which the director neither decides nor sends.
 */
export async function forwardDossiers(ctx: Ctx, input: z.infer<typeof forwardDossiersInput>): Promise<Answer> {
  const { actor } = ctx;
  requireMay(ctx, mayForwardSome, 'DECIDE_ONLY');
  const round = await roundOf(ctx, input.round);
  const key = round.data.round;
  const back = decideShow.ref({ round: key });
  const { forward } = await awaiting(ctx, key);
  const mine = forward.filter((nominee) => mayForward(actor, candidateOf(nominee)));
  if (input.confirm && input.rev !== revOf(mine)) {
    // A second click of the same person finds everything gone already.
    const last = await lastChange(ctx, roundId(key));
    if (mine.length === 0 && last.actor === ctx.me.id)
      return show(decideShow.ref(back.params), good('award.forwardedAll'));
    throw new Refusal('ALREADY_DONE', { facts: last, show: back });
  }
  if (mine.length === 0) {
    throw new Refusal(forward.length > 0 ? 'DECIDE_OWN_CASE' : 'DECIDE_NOTHING', { show: back });
  }
  if (!input.confirm) return show(decideForwarding.ref({ round: key }));
  const level = await parentLevel(ctx, round);
  await moveInSteps(ctx, mine, {
    command: 'decide.forward',
    subject: roundId(key),
    move: 'forward',
    with: ({ council }) => (council?.level === ownLevel ? { council: { ...council, level } } : {}),
  });
  ctx.commit({ command: 'decide.forward', subject: roundId(key), changes: [refreshRound(ctx, key)] });
  return show(decideShow.ref(back.params), good('award.forwarded', { dossiers: mine.length }));
}
