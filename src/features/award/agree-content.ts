import { z } from 'zod';
import { mayDecide } from '../../domain/policy/award.ts';
import { awaiting, decisionsOf, draftDecision, nextSequence, ownLevel } from '../../model/council/decisions.ts';
import { refreshRound } from '../../model/council/refresh-round.ts';
import { lastChange } from '../../model/dossier/last-change.ts';
import { revOf } from '../../model/dossier/nominees.ts';
import { tellOffice } from '../../model/people/tell-office.ts';
import { roundOf } from '../../model/round/round.ts';
import { tickDone } from '../../model/round/tick.ts';
import { type Answer, good, Refusal, show } from '../../pipeline/answer.ts';
import type { Ctx } from '../../pipeline/context.ts';
import { confirmation, requireMay, version } from '../../pipeline/inputs.ts';
import { stamp } from '../../ports/commit.ts';
import { create } from '../../ports/documents.ts';
import { auditOfSubject, auditRecord } from '../../records/audit.ts';
import { type Decision, decisionId, decisionRecord } from '../../records/council.ts';
import type { Loaded } from '../../records/record.ts';
import { decideAgreement, decideDecision, decideShow } from './refs.ts';

export const agreeContentInput = z.strictObject({
  round: z.string().default(''),
  level: z.literal(ownLevel),
  /** Of all the dossiers that waited when the card was drawn. */
  rev: version,
  /** Nomination ids of those agreed to, or `all`; the others go on waiting. */
  agreed: z.string().default('all'),
  confirm: confirmation,
});
type Input = z.infer<typeof agreeContentInput>;

/**
 * The director agrees to the content of a decision at the unit's level, for all who wait or for those chosen. The paper is
 * made and signed by hand; the director's own case is never among them.
 */
export async function agreeContent(ctx: Ctx, input: Input): Promise<Answer> {
  requireMay(ctx, mayDecide, 'DECIDE_DIRECTOR_ONLY');
  const of = await roundOf(ctx, input.round);
  const { round } = of.data;
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
  const ids = own.map((nominee) => nominee.nomination.id);
  const picked = input.agreed.split(',').filter((id) => id !== '');
  const nominations = picked.includes('all') ? ids : ids.filter((id) => picked.includes(id));
  if (nominations.length === 0) throw new Refusal('DECIDE_NOBODY', { show: decideAgreement.ref({ round }) });
  const sequence = nextSequence(decisions);
  const id = decisionId(round, sequence);
  const agreement = { by: ctx.me.id, at: stamp(ctx.at) };
  const data = draftDecision({ round, sequence, kind: 'award', level: ownLevel, nominations, agreed: agreement });
  const changes = [
    create(decisionRecord, ctx.scope, id, data),
    refreshRound(ctx, round),
    await tellOffice(ctx, {
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
  // The second of two clicks is told from a look at what is left: the card showed them all.
  ctx.commit({ command: 'decide.agree', subject: id, facts: { rev: input.rev }, changes });
  ctx.ride(await tickDone(ctx, of, ['councilReport']));
  return agreed({ id, data });
}

/** The decision that this very click made a moment ago: its audit event keeps what the card showed. */
async function agreedBefore(ctx: Ctx, decisions: readonly Loaded<Decision>[], rev: string) {
  for (const decision of decisions.filter((d) => d.data.agreed?.by === ctx.me.id)) {
    const events = await ctx.list(auditRecord, auditOfSubject(decision.id));
    if (events.some(({ data }) => data.command === 'decide.agree' && data.facts.rev === rev)) return decision;
  }
  return undefined;
}

const agreed = ({ id, data }: Pick<Loaded<Decision>, 'id' | 'data'>): Answer =>
  show(decideDecision.ref({ decision: id }), good('award.agreed', { dossiers: data.nominations.length }));
