import type { DateTime } from 'luxon';
import { z } from 'zod';
import { oweRefresh } from '../../delivery/owe/owe.ts';
import { writesCollective } from '../../domain/dossier/eligibility.ts';
import { type Closed, whyClosed } from '../../domain/dossier/writing.ts';
import { CodedError } from '../../domain/errors.ts';
import type { Actor } from '../../domain/policy/actor.ts';
import { isOwn, mayWrite } from '../../domain/policy/dossier.ts';
import { isHeadOrDeputy } from '../../domain/policy/posts.ts';
import { Refusal } from '../../pipeline/answer.ts';
import type { Ctx } from '../../pipeline/context.ts';
import type { Turn } from '../../pipeline/turn.ts';
import type { Change } from '../../ports/store.ts';
import type { Texts } from '../../ports/texts.ts';
import type { PageRef } from '../../records/message.ts';
import { nominationId } from '../../records/nomination.ts';
import { departmentOf } from '../people/people.ts';
import { type Dossier, loadDossier, openUntil, writingFacts } from './dossier.ts';
import { codeWords } from './number.ts';
import { papersEntered } from './paper.ts';

/** What every card of a dossier carries. Empty round = the current one, empty candidate = the person who clicks. */
export const whose = { round: z.string().default(''), candidate: z.string().default('') };
export interface Whose {
  readonly round: string;
  readonly candidate: string;
}

/** The ids again, resolved, for pages and cards. */
export const idsOf = ({ round, candidate }: Dossier): { round: string; candidate: string } => ({
  round: round.data.round,
  candidate: candidate.id,
});
export const nominationOf = (dossier: Dossier): string => nominationId(dossier.round.data.round, dossier.candidate.id);

/** The reference that people quote. */
export const codeOf = (texts: Texts, { number, nomination }: Dossier): string =>
  codeWords(texts, number, nomination?.data ?? { submitted: null });

/** The dossier that the actor writes: their own, their department's, or one that they enter from a paper. @throws CodedError NOT_YOUR_DOSSIER and those of `loadDossier` */
export async function ownDossier(ctx: Turn & { readonly actor: Actor }, of: Whose): Promise<Dossier> {
  const dossier = await loadDossier(ctx, of.round, of.candidate === '' ? ctx.actor.id : of.candidate);
  if (!mayWrite(ctx.actor, dossier.candidate)) throw new CodedError('NOT_YOUR_DOSSIER');
  return dossier;
}

/** The same of whoever it is about: what was sent is theirs to take back, whoever entered it. @throws CodedError as `ownDossier` */
export async function candidatesDossier(ctx: Turn & { readonly actor: Actor }, of: Whose): Promise<Dossier> {
  const dossier = await ownDossier(ctx, of);
  if (!isOwn(ctx.actor, dossier.candidate)) throw new CodedError('NOT_YOUR_DOSSIER');
  return dossier;
}

/**
 * The dossiers of the current round that this person may write in now: what they are entering from a paper before their own, then their
 * department's.
 */
export async function writableDossiers(turn: Turn & { readonly actor: Actor }): Promise<Dossier[]> {
  const { departmentId } = turn.actor;
  const own = await ownDossier(turn, { round: '', candidate: '' });
  const leads = isHeadOrDeputy(turn.actor) && writesCollective((await departmentOf(turn, departmentId)).data, own.plan);
  const [paper] = await papersEntered(turn, own.round.data.round);
  const all = [
    ...(paper === undefined ? [] : [await ownDossier(turn, { round: '', candidate: paper.data.candidate.id })]),
    own,
    ...(leads ? [await ownDossier(turn, { round: '', candidate: departmentId })] : []),
  ];
  return all.filter((dossier) => isWritable(dossier, turn.at));
}

/** Why its writers can change nothing any more; `undefined` while they can. */
export const closedBy = (dossier: Dossier, at: DateTime): Closed | undefined => whyClosed(writingFacts(dossier), at);
export const isWritable = (dossier: Dossier, at: DateTime): boolean => closedBy(dossier, at) === undefined;

const codes: Record<Closed, string> = {
  sent: 'DOSSIER_SENT',
  withdrawn: 'DOSSIER_WITHDRAWN',
  lapsed: 'DOSSIER_LAPSED',
  deadline: 'DEADLINE_PASSED',
  supplement: 'SUPPLEMENT_PASSED',
};

/**
 * @param back the page to answer with; without one the card stays as it is, with everything typed into it
 * @throws CodedError DOSSIER_SENT, DOSSIER_WITHDRAWN, DOSSIER_LAPSED, DEADLINE_PASSED, SUPPLEMENT_PASSED
 */
export function requireWritable(dossier: Dossier, at: DateTime, back?: PageRef): void {
  const closed = closedBy(dossier, at);
  if (closed === undefined) return;
  const facts = { at: openUntil(dossier) };
  throw back === undefined ? new CodedError(codes[closed], facts) : new Refusal(codes[closed], { facts, show: back });
}

/** The dossier's cards also show its assessment and evidence, which change without a new revision of the nomination. */
export const refreshed = (ctx: Ctx, dossier: Dossier): Change =>
  oweRefresh(ctx.scope, ctx.at, nominationOf(dossier), ctx.newId());
