import { owe, oweRefresh } from '../../delivery/owe/owe.ts';
import { moved } from '../../domain/dossier/nomination.ts';
import { CodedError } from '../../domain/errors.ts';
import { isOwn } from '../../domain/policy/dossier.ts';
import { isDirector } from '../../domain/policy/posts.ts';
import { refreshRound } from '../../model/council/refresh-round.ts';
import type { Paper } from '../../model/council/signed-paper.ts';
import { lastChange } from '../../model/dossier/last-change.ts';
import { candidateOf, type Nominee } from '../../model/dossier/nominees.ts';
import { holders } from '../../model/people/people.ts';
import { type Answer, good, Refusal, show } from '../../pipeline/answer.ts';
import type { Ctx } from '../../pipeline/context.ts';
import { stamp } from '../../ports/commit.ts';
import { replace } from '../../ports/documents.ts';
import type { Change } from '../../ports/store.ts';
import { channelOwner } from '../../records/address.ts';
import { type Decision, decisionRecord } from '../../records/council.ts';
import { type Nomination, nominationRecord } from '../../records/nomination.ts';
import type { Loaded } from '../../records/record.ts';
import { tellConcerned } from './concerned.ts';
import { decideDecision, resultsAmended, resultsRevoked } from './refs.ts';

interface Revocation {
  readonly decision: Loaded<Decision>;
  readonly dossiers: readonly Nominee[];
  readonly paper: Paper;
}

/**
 * The signed decision that takes an award back: whoever it concerns and the director are told; where the award was published, the channel
 * reads that its list is amended.
 */
export async function recordRevocation(ctx: Ctx, { decision, dossiers, paper }: Revocation): Promise<Answer> {
  const here = decideDecision.ref({ decision: decision.id });
  const [dossier] = dossiers;
  if (dossier === undefined) throw new CodedError('NOTHING_TO_SHOW');
  const { nomination } = dossier;
  if (isOwn(ctx.actor, candidateOf(dossier))) throw new CodedError('DECIDE_OWN_ANSWER');
  const { state, decision: givenBy } = nomination.data;
  if (state !== 'awarded' || givenBy === null) {
    throw new Refusal('ALREADY_DONE', { facts: await lastChange(ctx, nomination.id), show: here });
  }
  const given = await ctx.get(decisionRecord, givenBy);
  const told = { by: ctx.me.id, at: stamp(ctx.at) };
  const data = { ...decision.data, number: paper.number, issuedOn: paper.issuedOn, published: told };
  const revoked = { ...nomination.data, state: moved(state, 'revoke'), decision: decision.id };
  ctx.commit({
    command: 'decide.record',
    subject: decision.id,
    facts: { nomination: nomination.id },
    changes: [
      replace(decisionRecord, decision, data),
      replace(nominationRecord, nomination, revoked),
      oweRefresh(ctx.scope, ctx.at, nomination.id, nomination.rev + 1),
      oweRefresh(ctx.scope, ctx.at, decision.id, decision.rev + 1),
      // The published list no longer names the candidate, and says so.
      oweRefresh(ctx.scope, ctx.at, givenBy, ctx.newId()),
      refreshRound(ctx, decision.data.round),
      ...(await tellDirectors(ctx, decision)),
      // Nobody was told of an award that was never published.
      ...(given?.data.published ? await tellOthers(ctx, decision, revoked) : []),
    ],
  });
  return show(here, good('award.revoked', { number: paper.number }));
}

async function tellDirectors(ctx: Ctx, decision: Loaded<Decision>): Promise<Change[]> {
  return (await holders(ctx, isDirector)).map((director) =>
    owe(ctx.scope, ctx.at, {
      to: director.id,
      kind: 'decide.revoked',
      show: decideDecision.ref({ decision: decision.id }),
      subject: decision.id,
      rev: decision.rev + 1,
    }),
  );
}

async function tellOthers(ctx: Ctx, decision: Loaded<Decision>, nomination: Nomination): Promise<Change[]> {
  const about = { subject: decision.id, rev: decision.rev + 1 };
  return [
    ...(await tellConcerned(ctx, {
      ...about,
      nomination,
      kind: 'results.revoked',
      show: resultsRevoked.ref({ decision: decision.id }),
      urgent: true,
    })),
    owe(ctx.scope, ctx.at, {
      ...about,
      to: channelOwner('office'),
      kind: 'results.amended',
      show: resultsAmended.ref({ decision: decision.id }),
    }),
  ];
}
