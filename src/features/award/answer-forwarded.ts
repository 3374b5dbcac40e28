import { z } from 'zod';
import { oweRefresh } from '../../delivery/owe/owe.ts';
import { moved } from '../../domain/dossier/nomination.ts';
import { CodedError } from '../../domain/errors.ts';
import { mayRecordDecision } from '../../domain/policy/award.ts';
import { isOwn } from '../../domain/policy/dossier.ts';
import { boundsFor } from '../../model/council/chain.ts';
import { decisionsOf, draftDecision, nextSequence } from '../../model/council/decisions.ts';
import { awardOf, levelAnswering, levelsAbove } from '../../model/council/levels.ts';
import { refreshRound } from '../../model/council/refresh-round.ts';
import { isWrong, numberTaken, type Paper, readPaper, typedAgain } from '../../model/council/signed-paper.ts';
import { lastChange } from '../../model/dossier/last-change.ts';
import { nominees } from '../../model/dossier/nominees.ts';
import { roundOf, roundPlan } from '../../model/round/round.ts';
import { type Answer, good, Refusal, refusalOf, show } from '../../pipeline/answer.ts';
import type { Ctx } from '../../pipeline/context.ts';
import { confirmation, requireMay, revision, showedBefore, showsNow } from '../../pipeline/inputs.ts';
import { create, replace } from '../../ports/documents.ts';
import type { Change } from '../../ports/store.ts';
import { decisionId, decisionRecord } from '../../records/council.ts';
import { type Nomination, nominationRecord } from '../../records/nomination.ts';
import type { Loaded } from '../../records/record.ts';
import { tellConcerned } from './concerned.ts';
import { typedPaper } from './forward-dossiers.ts';
import { readReason } from './read-reason.ts';
import { decideAnswering, decideReply, decideWaiting, resultsDeclined } from './refs.ts';

export const answerForwardedInput = z.strictObject({
  nomination: z.string(),
  rev: revision,
  result: z.string().default(''),
  /** Who answered, where there is more than one level above; by default the one at which the council found it. */
  level: z.string().default(''),
  ...typedPaper,
  reason: z.string().default(''),
  confirm: confirmation,
});
type Input = z.infer<typeof answerForwardedInput>;

/**
 * What the parent department answered on a dossier sent to it. Awards of one paper share one decision, which is then published; a refusal is
 * told at once, so it is asked about first.
 */
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
  const plan = await roundPlan(ctx, round);
  const level = input.level === '' ? levelAnswering(plan, nomination.data) : input.level;
  const done = (result: string): Answer =>
    show(decideWaiting.ref({ round: key }), good(`award.answered.${result}`, { name, award: awardOf(plan, level) }));
  if (state !== 'forwarded' || !showsNow(input.rev, nomination)) {
    const last = await lastChange(ctx, nomination.id);
    const same = state === (input.result === 'awarded' ? 'awarded' : 'declinedBySo') && last.actor === ctx.me.id;
    if (same && showedBefore(input.rev, nomination)) return done(input.result);
    throw new Refusal('ALREADY_DONE', { facts: last, show: decideWaiting.ref({ round: key }) });
  }
  const form = decideReply.ref({ nomination: nomination.id });
  const { result, number, issuedOn, sameNumber } = input;
  const typed = { result, level: input.level, number, issuedOn, sameNumber, reason: input.reason };
  if (result === 'declined') {
    const read = readReason(input.reason);
    if (isWrong(read)) throw refusalOf(read.problems, { show: form, typed });
    if (!input.confirm) {
      return show(decideAnswering.ref({ nomination: nomination.id, rev: input.rev, reason: read.reason }));
    }
    const told = { ...nomination.data, state: moved(state, 'soDecline'), declineReason: read.reason };
    const messages = await tellConcerned(ctx, {
      nomination: told,
      kind: 'results',
      show: resultsDeclined.ref({ nomination: nomination.id }),
      subject: nomination.id,
      rev: nomination.rev + 1,
    });
    settle(ctx, nomination, told, [refreshRound(ctx, key), ...messages]);
    return done('declined');
  }
  if (result !== 'awarded') throw new Refusal('DECIDE_RESULT', { show: form, typed });
  if (!levelsAbove(plan).some(({ id }) => id === level)) throw new CodedError('NO_SUCH_LEVEL');
  const bounds = await boundsFor(ctx, 'signed', { round, zone: plan.zone, at: ctx.at, dossiers: [nomination] });
  const paper = readPaper(input, bounds);
  if (isWrong(paper)) throw refusalOf(paper.problems, { show: form, typed });
  const same = await samePaper(ctx, key, level, paper);
  const taken = await numberTaken(ctx, { paper, typed: input, register: 'parent', except: same.map(({ id }) => id) });
  if (taken !== undefined) throw refusalOf([taken], { show: form, typed: typedAgain(typed, taken) });
  const { id, change } = await paperOf(ctx, { key, level, nomination, paper });
  const awarded = { ...nomination.data, state: moved(state, 'award'), decision: id };
  settle(ctx, nomination, awarded, [change, refreshRound(ctx, key)]);
  return done('awarded');
}

function settle(ctx: Ctx, nomination: Loaded<Nomination>, data: Nomination, more: Change[]): void {
  const changes = [
    replace(nominationRecord, nomination, data),
    oweRefresh(ctx.scope, ctx.at, nomination.id, nomination.rev + 1),
    ...more,
  ];
  ctx.commit({ command: 'decide.answer', subject: nomination.id, changes });
}

/** The decisions of this number and date from the level above: one paper, published or not. */
const samePaper = async (ctx: Ctx, key: string, level: string, { number, issuedOn }: Paper) =>
  (await decisionsOf(ctx, key)).filter(
    ({ data }) => data.level === level && data.kind === 'award' && data.number === number && data.issuedOn === issuedOn,
  );

interface PaperOf {
  readonly key: string;
  readonly level: string;
  readonly nomination: Loaded<Nomination>;
  readonly paper: Paper;
}

/** The parent's decision of this number and date, extended while it is unpublished; otherwise a new one. */
async function paperOf(ctx: Ctx, { key, level, nomination, paper }: PaperOf): Promise<{ id: string; change: Change }> {
  const known = (await samePaper(ctx, key, level, paper)).find(({ data }) => data.published === null);
  if (known !== undefined) {
    const nominations = [...known.data.nominations, nomination.id];
    return { id: known.id, change: replace(decisionRecord, known, { ...known.data, nominations }) };
  }
  const sequence = nextSequence(await decisionsOf(ctx, key));
  const id = decisionId(key, sequence);
  const { number, issuedOn } = paper;
  const of = { round: key, sequence, kind: 'award' as const, level, nominations: [nomination.id], number, issuedOn };
  return { id, change: create(decisionRecord, ctx.scope, id, draftDecision(of)) };
}
