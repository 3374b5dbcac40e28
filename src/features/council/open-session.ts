import { mayRecordCouncil } from '../../domain/policy/council.ts';
import { type SessionBoard, sessionBoard } from '../../model/council/session.ts';
import { lastChange } from '../../model/dossier/last-change.ts';
import { Refusal } from '../../pipeline/answer.ts';
import type { Ctx } from '../../pipeline/context.ts';
import { requireMay, showsNow } from '../../pipeline/inputs.ts';
import { sessionPage } from './record-session.ts';

/**
 * A session as the card showed it, still recording or closed.
 * @throws CodedError COUNCIL_SECRETARY_ONLY; Refusal ALREADY_DONE when it changed since the card was drawn
 */
export async function shownSession(ctx: Ctx, id: string, rev: string): Promise<SessionBoard> {
  requireMay(ctx, mayRecordCouncil, 'COUNCIL_SECRETARY_ONLY');
  const board = await sessionBoard(ctx, id);
  if (!showsNow(rev, board.session)) throw await alreadyDone(ctx, id);
  return board;
}

/**
 * A session that the secretary may still change, as the card showed it.
 * @throws CodedError COUNCIL_SECRETARY_ONLY; Refusal ALREADY_DONE when it was closed, is being closed, or changed since the card was drawn
 */
export async function openSession(ctx: Ctx, id: string, rev: string): Promise<SessionBoard> {
  const board = await shownSession(ctx, id, rev);
  if (board.session.data.state !== 'recording' || board.closing) throw await alreadyDone(ctx, id);
  return board;
}

export const alreadyDone = async (ctx: Ctx, id: string): Promise<Refusal> =>
  new Refusal('ALREADY_DONE', { facts: await lastChange(ctx, id), show: sessionPage(id) });
