import { z } from 'zod';
import { owe, oweRefresh, oweSpread } from '../../delivery/owe/owe.ts';
import { hasQuorum, quorumOf } from '../../domain/council/council.ts';
import { mayRecordCouncil } from '../../domain/policy/council.ts';
import { isDirector } from '../../domain/policy/posts.ts';
import { refreshRound } from '../../model/council/refresh-round.ts';
import { boardRev, type Case, type SessionBoard, sessionBoard } from '../../model/council/session.ts';
import { lastChange } from '../../model/dossier/last-change.ts';
import { moveInSteps } from '../../model/dossier/move-in-steps.ts';
import type { Nominee } from '../../model/dossier/nominees.ts';
import { holders } from '../../model/people/people.ts';
import { tickDone } from '../../model/round/tick.ts';
import { type Answer, good, Refusal, show } from '../../pipeline/answer.ts';
import type { Ctx } from '../../pipeline/context.ts';
import { confirmation, requireMay, version } from '../../pipeline/inputs.ts';
import { replace } from '../../ports/documents.ts';
import type { Change } from '../../ports/store.ts';
import { sessionRecord } from '../../records/council.ts';
import { decideShow } from '../award/refs.ts';
import { minutesInput, readMinutes } from './minutes-details.ts';
import { sessionPage } from './record-session.ts';
import { councilClosing } from './refs.ts';

export const closeSessionInput = z.strictObject({
  session: z.string(),
  /** Of the session and of every dossier before it: whatever changed since the card was drawn is seen. */
  rev: version,
  confirm: confirmation,
  ...minutesInput,
  /** Absent on cards drawn before the minutes were asked for; they are then written down apart. */
  issuedOn: z.string().optional(),
});

/**
 * Fixes the results of a meeting, with its minutes: each dossier is recommended or not by the session's own rules, and the word of it to its
 * candidate is owed by the closing itself. A long list goes in steps; the session stays in recording until all are moved, so a run that was cut
 * off is finished by the next, and a second run changes nothing.
 */
export async function closeSession(ctx: Ctx, input: z.infer<typeof closeSessionInput>): Promise<Answer> {
  requireMay(ctx, mayRecordCouncil, 'COUNCIL_SECRETARY_ONLY');
  const board = await sessionBoard(ctx, input.session);
  const { session } = board;
  const back = sessionPage(session.id);
  if (session.data.state === 'closed') {
    const last = await lastChange(ctx, session.id);
    if (last.actor === ctx.me.id) return show(back, closedRemark(board));
    throw new Refusal('ALREADY_DONE', { facts: last, show: back });
  }
  assertReady(board);
  const form = councilClosing.ref({ session: session.id });
  if (!input.confirm) return show(form);
  if (input.rev !== boardRev(board)) {
    throw new Refusal('ALREADY_DONE', { facts: await lastChange(ctx, session.id), show: back });
  }
  const { issuedOn } = input;
  const minutes = issuedOn === undefined ? null : await readMinutes(ctx, board, { ...input, issuedOn }, form);
  const waiting = board.cases.filter((c) => c.standing === 'entered');
  const step = { command: 'council.close', subject: session.id };
  const recommended = waiting.filter(({ outcome }) => outcome === 'recommended');
  const others = waiting.filter(({ outcome }) => outcome !== 'recommended');
  await moveInSteps(ctx, recommended.map(dossierOf), { ...step, move: 'recommend' });
  await moveInSteps(ctx, others.map(dossierOf), { ...step, move: 'notRecommend' });
  ctx.commit({
    ...step,
    changes: [
      replace(sessionRecord, session, { ...session.data, state: 'closed', minutes }),
      oweRefresh(ctx.scope, ctx.at, session.id, session.rev + 1),
      refreshRound(ctx, session.data.round),
      oweSpread(ctx.scope, ctx.at, {
        cause: `considered:${session.id}`,
        kind: 'considered',
        audience: { kind: 'everyone' },
        params: { session: session.id },
        startedBy: ctx.me.id,
      }),
      ...(await requests(ctx, board)),
    ],
  });
  ctx.ride(await tickDone(ctx, board.round, ['council']));
  return show(back, closedRemark(await sessionBoard(ctx, session.id)));
}

/** @throws Refusal COUNCIL_NO_QUORUM, COUNCIL_UNFINISHED, COUNCIL_EMPTY */
function assertReady({ session, cases }: SessionBoard): void {
  const { rules, present, members } = session.data;
  const back = sessionPage(session.id);
  if (!hasQuorum(rules, session.data)) {
    const needed = quorumOf(rules, members.length);
    const { numerator, denominator } = rules.quorum;
    const facts = { present: present.length, total: members.length, needed, numerator, denominator };
    throw new Refusal('COUNCIL_NO_QUORUM', { facts, show: back });
  }
  const unfinished = cases.filter((c) => c.standing === 'open' || c.standing === 'wrong');
  if (unfinished.length > 0) {
    const facts = { count: unfinished.length, first: unfinished[0]?.nominee.name ?? '' };
    throw new Refusal('COUNCIL_UNFINISHED', { facts, show: back });
  }
  if (cases.every((c) => c.standing === 'away')) throw new Refusal('COUNCIL_EMPTY', { show: back });
}

const dossierOf = ({ nominee }: Case): Nominee => nominee;

/** The director is asked to decide once the council has closed its meeting. */
async function requests(ctx: Ctx, { session, round }: SessionBoard): Promise<Change[]> {
  const directors = (await holders(ctx, isDirector)).slice(0, 10);
  return directors.map((director) =>
    owe(ctx.scope, ctx.at, {
      to: director.id,
      kind: 'decide.request',
      show: decideShow.ref({ round: round.data.round }),
      subject: session.id,
      rev: session.rev + 1,
      coalesce: `decide:${round.data.round}`,
      urgent: true,
    }),
  );
}

function closedRemark({ session, cases }: SessionBoard) {
  const settled = cases.filter((c) => c.standing === 'settled');
  const recommended = settled.filter((c) => c.outcome === 'recommended').length;
  return good('council.closed', { number: session.data.number, recommended, not: settled.length - recommended });
}
