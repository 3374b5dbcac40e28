import type { DateTime } from 'luxon';
import { z } from 'zod';
import { owe, oweRefresh } from '../../delivery/owe.ts';
import { addWorkingDays } from '../../domain/calendar.ts';
import { isSent, moved } from '../../domain/nomination.ts';
import { reviewerOf } from '../../domain/policy.ts';
import { commit, stamp } from '../../ports/commit.ts';
import { replace } from '../../ports/documents.ts';
import type { Change } from '../../ports/store.ts';
import { assessmentRecord } from '../../records/assessment.ts';
import { type Nomination, nominationRecord } from '../../records/nomination.ts';
import type { Loaded } from '../../records/record.ts';
import { type Answer, good, Refusal, show } from '../answer.ts';
import type { Ctx } from '../context.ts';
import type { Dossier } from '../dossier.ts';
import { lastChange } from '../last-change.ts';
import { lookAgain } from '../look-again.ts';
import { personOf, reviewersFor } from '../people.ts';
import { idsOf, ownDossier, requireWritable, whose } from './own-dossier.ts';
import { requireReady, versionOf } from './ready.ts';

export const submitDossierInput = z.strictObject({
  ...whose,
  /** The version that the confirm card showed. */
  rev: z.string().default(''),
  confirm: z.string().default(''),
});
type Input = z.infer<typeof submitDossierInput>;

/** Sends the dossier for the reviewer's opinion; at the first click only asks for confirmation. */
export const submitDossier = (ctx: Ctx, input: Input): Promise<Answer> => lookAgain(() => submit(ctx, input));

async function submit(ctx: Ctx, input: Input): Promise<Answer> {
  const dossier = await ownDossier(ctx, input);
  const ids = idsOf(dossier);
  const { nomination } = dossier;
  const current = { page: 'dossier.show', params: ids };
  if (nomination !== undefined && isSent(nomination.data.state)) {
    // The second of two clicks by the same person: what they asked for is done.
    if (nomination.data.submitted?.by === ctx.me.id && nomination.data.state === 'submitted') {
      return show('nomination.receipt', ids, good('nomination.submitted'));
    }
    const { by, at } = await lastChange(ctx.deps, nomination.id);
    throw new Refusal('ALREADY_DONE', { facts: { by, at }, show: current });
  }
  requireWritable(dossier, ctx.at, current);
  const ready = await requireReady(ctx.deps, dossier);
  if (input.confirm !== 'yes') return show('nomination.confirm', ids);
  if (input.rev !== versionOf(dossier)) {
    throw new Refusal('DOSSIER_CHANGED', { show: { page: 'nomination.confirm', params: ids } });
  }
  await send(ctx, dossier, ready);
  return show('nomination.receipt', ids, good('nomination.submitted'));
}

async function send(ctx: Ctx, dossier: Dossier, nomination: Loaded<Nomination>): Promise<void> {
  const { deps, at } = ctx;
  const rev = nomination.rev + 1;
  const sent = await sentFrom(ctx, dossier, nomination.data);
  const { assessment } = dossier;
  const finished: Change[] =
    assessment === undefined || assessment.data.finishedAt !== null
      ? []
      : [replace(assessmentRecord, assessment, { ...assessment.data, finishedAt: stamp(at) })];
  await commit({
    store: deps.store,
    scope: deps.scope,
    at,
    actor: ctx.me.id,
    command: 'nomination.submit',
    subject: nomination.id,
    facts: { level: sent.level, reviewer: sent.snapshot?.reviewerId ?? '' },
    changes: [
      replace(nominationRecord, nomination, sent),
      ...finished,
      ...messages(ctx, dossier, { subject: nomination.id, rev, reviewerId: sent.snapshot?.reviewerId ?? null }),
      oweRefresh(deps.scope, at, nomination.id, rev),
    ],
  });
  deps.wake();
}

/** A dossier sent again needs a new opinion: its content may have changed. */
async function sentFrom(ctx: Ctx, dossier: Dossier, before: Nomination): Promise<Nomination> {
  const { deps, at } = ctx;
  const { candidate, plan } = dossier;
  const reviewerId = reviewerOf(candidate, candidate.roles, await reviewersFor(deps, candidate.departmentId));
  return {
    ...before,
    state: moved(before.state, 'submit'),
    departmentId: candidate.departmentId,
    snapshot: {
      name: candidate.name,
      title: candidate.title,
      gender: candidate.kind === 'person' ? (await personOf(deps, candidate.id)).data.gender : '',
      departmentName: candidate.departmentName,
      reviewerId,
    },
    submitted: { by: ctx.me.id, at: stamp(at) },
    opinionDueAt: stamp(opinionDue(at, reviewerId, plan)),
    opinion: null,
    accepted: null,
  };
}

/** Where nobody holds the post there is nobody to wait for. */
const opinionDue = (at: DateTime, reviewerId: string | null, plan: Dossier['plan']): DateTime =>
  reviewerId === null ? at : addWorkingDays(at, plan.settings.headOpinionWorkingDays, plan);

function messages(
  { deps, at, me }: Ctx,
  dossier: Dossier,
  about: { subject: string; rev: number; reviewerId: string | null },
): Change[] {
  const { reviewerId, ...subject } = about;
  const ids = idsOf(dossier);
  const receipt = owe(deps.scope, at, {
    ...subject,
    to: me.id,
    kind: 'receipt',
    show: { page: 'nomination.receipt', params: ids },
    urgent: true,
  });
  if (reviewerId === null) return [receipt];
  const request = owe(deps.scope, at, {
    ...subject,
    to: reviewerId,
    kind: 'review.request',
    show: { page: 'review.queue', params: { round: ids.round } },
    coalesce: 'review.request',
    urgent: true,
  });
  return [receipt, request];
}
