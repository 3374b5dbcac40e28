import { z } from 'zod';
import { owe, oweRefresh } from '../../delivery/owe/owe.ts';
import { moved } from '../../domain/dossier/nomination.ts';
import { CodedError } from '../../domain/errors.ts';
import { mayReconsider, maySendBack } from '../../domain/policy/award.ts';
import { isCouncilSecretary } from '../../domain/policy/posts.ts';
import { awaitsPaper, decisionsOf, isDirectors } from '../../model/council/decisions.ts';
import { refreshRound } from '../../model/council/refresh-round.ts';
import { isWrong } from '../../model/council/signed-paper.ts';
import { lastChange } from '../../model/dossier/last-change.ts';
import { holders } from '../../model/people/people.ts';
import { type Answer, good, Refusal, refusalOf, show } from '../../pipeline/answer.ts';
import type { Ctx } from '../../pipeline/context.ts';
import { revision, showedBefore, showsNow } from '../../pipeline/inputs.ts';
import { stamp } from '../../ports/commit.ts';
import { create, replace } from '../../ports/documents.ts';
import type { Change } from '../../ports/store.ts';
import { type Nomination, nominationRecord } from '../../records/nomination.ts';
import { reconsiderationId, reconsiderationRecord } from '../../records/reconsideration.ts';
import type { Loaded } from '../../records/record.ts';
import { councilShow } from '../council/refs.ts';
import { tellConcerned } from './concerned.ts';
import { readReason } from './read-reason.ts';
import { decideCase, decideReason, decideShow, resultsReconsidered } from './refs.ts';

export const sendBackInput = z.strictObject({ nomination: z.string(), rev: revision, reason: z.string().default('') });
type Input = z.infer<typeof sendBackInput>;

/** The director does not agree to one case yet: it goes back to the council with a reason, and the others are decided without it. */
export const sendBack = (ctx: Ctx, input: Input): Promise<Answer> =>
  lookAgain(ctx, input, { ask: 'sendBack', from: 'recommended', may: maySendBack, refused: 'DECIDE_DIRECTOR_ONLY' });

/** What the parent department refused goes back to the council, which may propose the unit's own award; the person concerned is told. */
export const reconsider = (ctx: Ctx, input: Input): Promise<Answer> =>
  lookAgain(ctx, input, { ask: 'reconsider', from: 'declinedBySo', may: mayReconsider, refused: 'DECIDE_ONLY' });

interface Way {
  readonly ask: 'sendBack' | 'reconsider';
  readonly from: 'recommended' | 'declinedBySo';
  readonly may: typeof maySendBack;
  readonly refused: string;
}

async function lookAgain(ctx: Ctx, input: Input, { ask, from, may, refused }: Way): Promise<Answer> {
  const nomination = await ctx.get(nominationRecord, input.nomination);
  if (nomination === undefined) throw new CodedError('NOTHING_TO_SHOW');
  const { candidate, departmentId, state, council, round } = nomination.data;
  const facts = { ...candidate, departmentId };
  if (!may(ctx.actor, facts)) throw new CodedError(refused);
  // The unit does not decide on its own director.
  if (ask === 'reconsider' && (await isDirectors(ctx, facts))) throw new CodedError('DECIDE_OWN_CASE');
  const last = await lastChange(ctx, nomination.id);
  const done = show(decideShow.ref({ round }), good(`award.${ask}`));
  if (state === 'accepted' && showedBefore(input.rev, nomination) && last.actor === ctx.me.id) return done;
  const isHeld = (await decisionsOf(ctx, round)).some(
    ({ data }) => awaitsPaper(data) && data.nominations.includes(nomination.id),
  );
  if (state !== from || council === null || isHeld || !showsNow(input.rev, nomination)) {
    throw new Refusal('ALREADY_DONE', { facts: last, show: decideCase.ref({ nomination: nomination.id }) });
  }
  const read = readReason(input.reason);
  if (isWrong(read)) {
    throw refusalOf(read.problems, {
      show: decideReason.ref({ ask, id: nomination.id }),
      typed: { reason: input.reason },
    });
  }
  const again = { round, nomination: nomination.id, from, by: ctx.me.id, at: stamp(ctx.at), finding: council, ...read };
  const next = { ...nomination.data, state: moved(state, 'reconsider'), council: null, declineReason: '' };
  ctx.commit({
    command: `decide.${ask}`,
    subject: nomination.id,
    changes: [
      replace(nominationRecord, nomination, next),
      create(reconsiderationRecord, ctx.scope, reconsiderationId(nomination.id, nomination.rev), again),
      oweRefresh(ctx.scope, ctx.at, nomination.id, nomination.rev + 1),
      refreshRound(ctx, round),
      ...(await askSecretaries(ctx, nomination)),
      ...(ask === 'reconsider' ? await tellCandidate(ctx, nomination) : []),
    ],
  });
  return done;
}

async function askSecretaries(ctx: Ctx, { id, rev, data }: Loaded<Nomination>): Promise<Change[]> {
  return (await holders(ctx, isCouncilSecretary))
    .filter((secretary) => secretary.id !== ctx.me.id)
    .map((secretary) =>
      owe(ctx.scope, ctx.at, {
        to: secretary.id,
        kind: 'council.again',
        show: councilShow.ref({ round: data.round }),
        subject: id,
        rev: rev + 1,
        coalesce: `council.again:${data.round}`,
        urgent: true,
      }),
    );
}

const tellCandidate = (ctx: Ctx, { id, rev, data }: Loaded<Nomination>): Promise<Change[]> =>
  tellConcerned(ctx, {
    nomination: data,
    kind: 'results.reconsidered',
    show: resultsReconsidered.ref({ nomination: id }),
    subject: id,
    rev: rev + 1,
  });
