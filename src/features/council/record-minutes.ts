import { z } from 'zod';
import { oweRefresh } from '../../delivery/owe/owe.ts';
import { mayRecordCouncil } from '../../domain/policy/council.ts';
import { parseDate } from '../../domain/text/typed-time.ts';
import { tidy } from '../../domain/text/vietnamese.ts';
import { isTold, type SessionBoard, sessionBoard } from '../../model/council/session.ts';
import { isWrong } from '../../model/council/signed-paper.ts';
import { type Answer, good, show } from '../../pipeline/answer.ts';
import type { Ctx } from '../../pipeline/context.ts';
import { requireMay, revision, showsNow } from '../../pipeline/inputs.ts';
import type { Turn } from '../../pipeline/turn.ts';
import { replace } from '../../ports/documents.ts';
import { type Minutes, sessionRecord } from '../../records/council.ts';
import { minutesInput, readCourse, readMinutes } from './minutes-details.ts';
import { alreadyDone } from './open-session.ts';
import { councilMinutes, councilSession } from './refs.ts';

export const recordMinutesInput = z.strictObject({ session: z.string(), rev: revision, ...minutesInput });

/** Number, day and signers of a meeting's minutes, or their correction; once a result is told, only minutes that have no number yet. */
export async function recordMinutes(ctx: Ctx, input: z.infer<typeof recordMinutesInput>): Promise<Answer> {
  requireMay(ctx, mayRecordCouncil, 'COUNCIL_SECRETARY_ONLY');
  const board = await sessionBoard(ctx, input.session);
  const { session } = board;
  const done = show(councilSession.ref({ session: session.id }), good('council.minutes'));
  if (isSame(session.data.minutes, input)) return done;
  if (!showsNow(input.rev, session) || !(await areOpen(ctx, board))) throw await alreadyDone(ctx, session.id);
  const minutes = await readMinutes(ctx, board, input, councilMinutes.ref({ session: session.id }));
  ctx.commit({
    command: 'council.minutes',
    subject: session.id,
    facts: { from: session.data.minutes?.number ?? '', to: minutes.number },
    changes: [
      replace(sessionRecord, session, { ...session.data, minutes }),
      oweRefresh(ctx.scope, ctx.at, session.id, session.rev + 1),
    ],
  });
  return done;
}

/** The second of two clicks says what is recorded already. */
const isSame = (minutes: Minutes | null, input: z.infer<typeof recordMinutesInput>): boolean =>
  minutes !== null &&
  minutes.number === tidy(input.number) &&
  minutes.issuedOn === parseDate(input.issuedOn) &&
  minutes.chair === input.chair &&
  minutes.secretary === input.secretary &&
  isSameCourse(minutes, input);

function isSameCourse(minutes: Minutes, input: z.infer<typeof recordMinutesInput>): boolean {
  const course = readCourse(input);
  return (
    !isWrong(course) &&
    Object.entries(course).every(([name, said]) => (minutes[name as keyof typeof course] ?? '') === said)
  );
}

/** Whether the minutes of a meeting can be written down or corrected: its results are fixed, and either none is told or there is no number yet. */
export async function areOpen(turn: Turn, board: SessionBoard): Promise<boolean> {
  const { state, minutes } = board.session.data;
  return state === 'closed' && (minutes === null || minutes.number === '' || !(await isTold(turn, board)));
}
