import { z } from 'zod';
import { mayDecide } from '../../domain/policy/award.ts';
import { awaiting, decisionsOf, named, nextSequence, ownLevel } from '../../model/council/decisions.ts';
import { lastChange } from '../../model/dossier/last-change.ts';
import { revOf } from '../../model/dossier/nominees.ts';
import { tellOffice } from '../../model/people/tell-office.ts';
import { roundOf } from '../../model/round/round.ts';
import { type Answer, good, Refusal, show } from '../../pipeline/answer.ts';
import type { Ctx } from '../../pipeline/context.ts';
import { confirmation, requireMay, version } from '../../pipeline/inputs.ts';
import { stamp } from '../../ports/commit.ts';
import { create } from '../../ports/documents.ts';
import { type Decision, decisionId, decisionRecord } from '../../records/council.ts';
import type { Loaded } from '../../records/record.ts';
import { decideAgreement, decideDecision, decideShow } from './refs.ts';
import { refreshRound } from './write-steps.ts';

export const agreeContentInput = z.strictObject({
  round: z.string().default(''),
  level: z.literal(ownLevel),
  /** Of all the dossiers that the card named. */
  rev: version,
  confirm: confirmation,
});
type Input = z.infer<typeof agreeContentInput>;

/**
 * The director agrees to the content of a decision at the unit's level. The paper is made and signed by hand; the
 * director's own case is never among them.
 */
export async function agreeContent(ctx: Ctx, input: Input): Promise<Answer> {
  requireMay(ctx, mayDecide, 'DECIDE_DIRECTOR_ONLY');
  const round = (await roundOf(ctx, input.round)).data.round;
  const back = decideShow.ref({ round });
  const { own } = await awaiting(ctx, round);
  const decisions = await decisionsOf(ctx, round);
  if (input.confirm && input.rev !== revOf(own)) {
    const mine = await agreedBefore(ctx, decisions, input.rev);
    if (mine !== undefined) return agreed(mine);
    const last = decisions.at(-1);
    const facts = await lastChange(ctx, last?.id ?? own[0]?.nomination.id ?? '');
    throw new Refusal('ALREADY_DONE', { facts, show: back });
  }
  if (own.length === 0) throw new Refusal('DECIDE_NOTHING', { show: back });
  if (!input.confirm) return show(decideAgreement.ref({ round }));
  const sequence = nextSequence(decisions);
  const id = decisionId(round, sequence);
  const data: Decision = {
    round,
    sequence,
    kind: 'award',
    level: ownLevel,
    nominations: own.map((nominee) => nominee.nomination.id),
    reason: '',
    agreed: { by: ctx.me.id, at: stamp(ctx.at) },
    number: '',
    issuedOn: null,
    published: null,
  };
  const changes = [
    create(decisionRecord, ctx.scope, id, data),
    refreshRound(ctx, round),
    tellOffice(ctx.scope, {
      at: ctx.at,
      by: ctx.me.id,
      kind: 'decide.office',
      show: decideShow.ref({ round }),
      subject: id,
      rev: 1,
      coalesce: `decide.office:${round}`,
      except: [ctx.me.id],
    }),
  ];
  ctx.commit({ command: 'decide.agree', subject: id, changes });
  return agreed({ id, data });
}

/** The decision that this very click made a moment ago. */
async function agreedBefore(ctx: Ctx, decisions: readonly Loaded<Decision>[], rev: string) {
  for (const decision of decisions.filter((d) => d.data.agreed?.by === ctx.me.id)) {
    if (revOf(await named(ctx, decision.data)) === rev) return decision;
  }
  return undefined;
}

const agreed = ({ id, data }: Pick<Loaded<Decision>, 'id' | 'data'>): Answer =>
  show(decideDecision.ref({ decision: id }), good('award.agreed', { dossiers: data.nominations.length }));
