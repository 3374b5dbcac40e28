import { z } from 'zod';
import { oweRefresh } from '../../delivery/owe/owe.ts';
import { canBeCast, readVotes } from '../../domain/council/council.ts';
import { moved } from '../../domain/dossier/nomination.ts';
import { CodedError, type Facts } from '../../domain/errors.ts';
import { mayRecordCouncil } from '../../domain/policy/council.ts';
import { tidy } from '../../domain/text/vietnamese.ts';
import {
  type Case,
  isContradictory,
  mayRecord,
  nextOpen,
  type SessionBoard,
  sessionBoard,
} from '../../model/council/session.ts';
import { lastChange } from '../../model/dossier/last-change.ts';
import { type Answer, good, Refusal, show } from '../../pipeline/answer.ts';
import type { Ctx } from '../../pipeline/context.ts';
import { revision, showsNow } from '../../pipeline/inputs.ts';
import { replace } from '../../ports/documents.ts';
import { type Nomination, nominationRecord } from '../../records/nomination.ts';
import { sessionPage } from './record-session.ts';
import { councilCase, councilSession } from './refs.ts';

const noteLimit = 1_000;
export const saveFindingInput = z.strictObject({
  session: z.string(),
  candidate: z.string(),
  /** Of the dossier. */
  rev: revision,
  level: z.string().default(''),
  agree: z.coerce.string().default(''),
  disagree: z.coerce.string().default(''),
  note: z.string().default(''),
  outstanding: z.string().default(''),
});
type Input = z.infer<typeof saveFindingInput>;
type Found = NonNullable<Nomination['council']>;

/** Records how the council voted on one candidate, at which level, and what it found of a collective. */
export async function saveFinding(ctx: Ctx, input: Input): Promise<Answer> {
  const board = await sessionBoard(ctx, input.session);
  const one = board.cases.find((c) => c.nominee.id === input.candidate);
  if (one === undefined) throw new CodedError('COUNCIL_NOT_BEFORE');
  if (!mayRecord(ctx.actor, one)) {
    // One of several secretaries: another of them records the own case.
    const refused = mayRecordCouncil(ctx.actor) ? 'OWN_DOSSIER' : 'COUNCIL_SECRETARY_ONLY';
    throw new CodedError(one.ofSecretary ? 'COUNCIL_OWN_CASE' : refused);
  }
  const { nomination } = one.nominee;
  const found = read(board, one, input);
  if (!('code' in found) && isSame(one.finding, found)) return next(ctx, board, one);
  if (board.session.data.state !== 'recording' || ['settled', 'away'].includes(one.standing)) {
    throw new Refusal('ALREADY_DONE', {
      facts: await lastChange(ctx, board.session.id),
      show: sessionPage(board.session.id),
    });
  }
  const form = councilCase.ref({ session: board.session.id, candidate: input.candidate });
  if (!showsNow(input.rev, nomination))
    throw new Refusal('ALREADY_DONE', { facts: await lastChange(ctx, nomination.id), show: form });
  if ('code' in found) throw new Refusal(found.code, { facts: found.facts, show: form, typed: typed(input) });
  ctx.commit({
    command: 'council.save',
    subject: nomination.id,
    facts: { session: board.session.id },
    changes: [
      replace(nominationRecord, nomination, {
        ...nomination.data,
        state: nomination.data.state === 'accepted' ? moved('accepted', 'table') : nomination.data.state,
        council: found,
      }),
      oweRefresh(ctx.scope, ctx.at, nomination.id, nomination.rev + 1),
      oweRefresh(ctx.scope, ctx.at, board.session.id, `${nomination.id}@${nomination.rev + 1}`),
    ],
  });
  const now = await sessionBoard(ctx, board.session.id);
  return next(ctx, now, now.cases.find((c) => c.nominee.id === input.candidate) ?? one);
}

/** On to the next case, and what was saved; where it contradicts itself the card stays, so that it can be corrected or left. */
function next(ctx: Ctx, board: SessionBoard, saved: Case): Answer {
  const session = board.session.id;
  const { agree = 0, disagree = 0 } = saved.finding ?? {};
  const facts = { name: saved.nominee.name, agree, disagree, result: saved.outcome ?? 'pending' };
  if (isContradictory(saved)) {
    const remark = { tone: 'warning' as const, key: 'council.contradiction', facts };
    return show(councilCase.ref({ session, candidate: saved.nominee.id }), remark);
  }
  const following = nextOpen(board, ctx.actor);
  return following === undefined
    ? show(councilSession.ref({ session }), good('council.saved', facts))
    : show(councilCase.ref({ session, candidate: following.nominee.id }), good('council.saved', facts));
}

function read({ session, plan }: SessionBoard, one: Case, input: Input): Found | { code: string; facts: Facts } {
  const agree = readVotes(input.agree);
  const disagree = readVotes(input.disagree);
  const note = tidy(input.note);
  if (!plan.levels.some((level) => level.id === input.level)) return { code: 'COUNCIL_LEVEL', facts: {} };
  if (agree === undefined || disagree === undefined) return { code: 'COUNCIL_FIGURES', facts: {} };
  if (!canBeCast({ agree, disagree }, one.voters)) {
    return { code: 'COUNCIL_TOO_MANY', facts: { sum: agree + disagree, voters: one.voters } };
  }
  if (note.length > noteLimit) return { code: 'TOO_LONG', facts: { count: note.length, max: noteLimit } };
  const asked = one.nominee.kind === 'department' || one.gate.kind === 'stated';
  const said = ['true', 'false'].includes(input.outstanding);
  if (asked && !said) return { code: 'COUNCIL_OUTSTANDING', facts: {} };
  const outstanding = asked ? input.outstanding === 'true' : null;
  return { session: session.id, level: input.level, agree, disagree, note, outstanding };
}

const isSame = (before: Found | undefined, now: Found): boolean =>
  before !== undefined && (Object.keys(now) as (keyof Found)[]).every((key) => before[key] === now[key]);

const typed = (input: Input) => ({
  level: input.level,
  agree: input.agree,
  disagree: input.disagree,
  note: input.note,
  outstanding: input.outstanding,
});
