import { z } from 'zod';
import { oweRefresh } from '../../delivery/owe/owe.ts';
import { moved } from '../../domain/dossier/nomination.ts';
import { CodedError } from '../../domain/errors.ts';
import { mayRecordDecision } from '../../domain/policy/award.ts';
import { isOwn } from '../../domain/policy/dossier.ts';
import { decisionsOf, nextSequence } from '../../model/council/decisions.ts';
import { lastChange } from '../../model/dossier/last-change.ts';
import { nominees } from '../../model/dossier/nominees.ts';
import { roundOf, roundPlan } from '../../model/round/round.ts';
import { type Answer, good, Refusal, show } from '../../pipeline/answer.ts';
import type { Ctx } from '../../pipeline/context.ts';
import { requireMay, revision, showedBefore, showsNow } from '../../pipeline/inputs.ts';
import { create, replace } from '../../ports/documents.ts';
import type { Change } from '../../ports/store.ts';
import { type Decision, decisionId, decisionRecord } from '../../records/council.ts';
import { type Nomination, nominationRecord } from '../../records/nomination.ts';
import type { Loaded } from '../../records/record.ts';
import { tellConcerned } from './concerned.ts';
import { parentLevel } from './parent-level.ts';
import { decideReply, decideWaiting, resultsDeclined } from './refs.ts';
import { readPaper, readReason } from './signed-paper.ts';
import { refreshRound } from './write-steps.ts';

export const answerForwardedInput = z.strictObject({
  nomination: z.string(),
  rev: revision,
  result: z.string().default(''),
  number: z.string().default(''),
  issuedOn: z.string().default(''),
  reason: z.string().default(''),
});
type Input = z.infer<typeof answerForwardedInput>;

/** What the parent department answered on a dossier sent to it. Awards of one paper share one decision, which is then published. */
export async function answerForwarded(ctx: Ctx, input: Input): Promise<Answer> {
  requireMay(ctx, mayRecordDecision, 'DECIDE_OFFICE_ONLY');
  const nomination = await ctx.get(nominationRecord, input.nomination);
  if (nomination === undefined) throw new CodedError('NOTHING_TO_SHOW');
  const [nominee] = await nominees(ctx, [nomination]);
  const { state, candidate, departmentId } = nomination.data;
  if (isOwn(ctx.actor, { ...candidate, departmentId })) throw new CodedError('DECIDE_OWN_ANSWER');
  const round = await roundOf(ctx, nomination.data.round);
  const key = round.data.round;
  const name = nominee?.name ?? '';
  const done = (result: string): Answer =>
    show(decideWaiting.ref({ round: key }), good(`award.answered.${result}`, { name }));
  if (state !== 'forwarded' || !showsNow(input.rev, nomination)) {
    const last = await lastChange(ctx, nomination.id);
    const same = state === (input.result === 'awarded' ? 'awarded' : 'declinedBySo') && last.actor === ctx.me.id;
    if (same && showedBefore(input.rev, nomination)) return done(input.result);
    throw new Refusal('ALREADY_DONE', { facts: last, show: decideWaiting.ref({ round: key }) });
  }
  const form = decideReply.ref({ nomination: nomination.id });
  const typed = { result: input.result, number: input.number, issuedOn: input.issuedOn, reason: input.reason };
  if (input.result === 'declined') {
    const read = readReason(input.reason);
    if ('code' in read) throw new Refusal(read.code, { facts: read.facts, show: form, typed });
    const told = { ...nomination.data, state: moved(state, 'soDecline'), declineReason: read.reason };
    const messages = await tellConcerned(ctx, {
      nomination: told,
      kind: 'results',
      show: resultsDeclined.ref({ nomination: nomination.id }),
      subject: nomination.id,
      rev: nomination.rev + 1,
    });
    await settle(ctx, nomination, told, [refreshRound(ctx, key), ...messages]);
    return done('declined');
  }
  if (input.result !== 'awarded') throw new Refusal('DECIDE_RESULT', { show: form, typed });
  const { zone } = await roundPlan(ctx, round);
  const paper = readPaper(input, { openedAt: round.data.opened.at, at: ctx.at, zone });
  if ('code' in paper) throw new Refusal(paper.code, { facts: paper.facts, show: form, typed });
  const { id, change } = await paperOf(ctx, { key, level: await parentLevel(ctx, round), nomination, paper });
  const awarded = { ...nomination.data, state: moved(state, 'award'), decision: id };
  await settle(ctx, nomination, awarded, [change, refreshRound(ctx, key)]);
  return done('awarded');
}

async function settle(ctx: Ctx, nomination: Loaded<Nomination>, data: Nomination, more: Change[]): Promise<void> {
  const changes = [
    replace(nominationRecord, nomination, data),
    oweRefresh(ctx.scope, ctx.at, nomination.id, nomination.rev + 1),
    ...more,
  ];
  ctx.commit({ command: 'decide.answer', subject: nomination.id, changes });
}

interface PaperOf {
  readonly key: string;
  readonly level: string;
  readonly nomination: Loaded<Nomination>;
  readonly paper: { number: string; issuedOn: string };
}

/** The parent's decision of this number and date, extended while it is unpublished; otherwise a new one. */
async function paperOf(ctx: Ctx, { key, level, nomination, paper }: PaperOf): Promise<{ id: string; change: Change }> {
  const all = await decisionsOf(ctx, key);
  const known = all.find(
    ({ data }) =>
      data.agreed === null &&
      data.kind === 'award' &&
      data.published === null &&
      data.number === paper.number &&
      data.issuedOn === paper.issuedOn,
  );
  if (known !== undefined) {
    const nominations = [...known.data.nominations, nomination.id];
    return { id: known.id, change: replace(decisionRecord, known, { ...known.data, nominations }) };
  }
  const sequence = nextSequence(all);
  const id = decisionId(key, sequence);
  const data: Decision = {
    round: key,
    sequence,
    kind: 'award',
    level,
    nominations: [nomination.id],
    reason: '',
    agreed: null,
    ...paper,
    published: null,
  };
  return { id, change: create(decisionRecord, ctx.scope, id, data) };
}
