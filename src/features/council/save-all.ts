import { z } from 'zod';
import { oweRefresh } from '../../delivery/owe/owe.ts';
import { moved } from '../../domain/dossier/nomination.ts';
import { mayRecordCouncil } from '../../domain/policy/council.ts';
import { asProposed, boardRev, isOpen, sessionBoard, unanimous } from '../../model/council/session.ts';
import { type Answer, good, Refusal, show } from '../../pipeline/answer.ts';
import type { Ctx } from '../../pipeline/context.ts';
import { requireMay, version } from '../../pipeline/inputs.ts';
import { replace } from '../../ports/documents.ts';
import { nominationRecord } from '../../records/nomination.ts';
import { chosen } from './meeting-details.ts';
import { alreadyDone } from './open-session.ts';
import { councilAll, councilSession } from './refs.ts';

export const saveAllInput = z.strictObject({
  session: z.string(),
  /** Of the session and of every dossier before it. */
  rev: version,
  /** Candidate ids. */
  dossiers: z.string().default(''),
});

/**
 * Records a unanimous vote at the proposed level on every candidate chosen; a collective is found outstanding. Whatever the meeting decided
 * otherwise is left out and recorded by itself.
 */
export async function saveAll(ctx: Ctx, input: z.infer<typeof saveAllInput>): Promise<Answer> {
  requireMay(ctx, mayRecordCouncil, 'COUNCIL_SECRETARY_ONLY');
  const board = await sessionBoard(ctx, input.session);
  const { session } = board;
  const wanted = chosen(input.dossiers);
  const picked = board.cases.filter((one) => wanted.includes(one.nominee.id));
  const done = (): Answer => {
    const left = board.cases.filter(isOpen).length - picked.filter(isOpen).length;
    return show(councilSession.ref({ session: session.id }), good('council.savedAll', { n: picked.length, left }));
  };
  const isSecondClick =
    picked.length > 0 &&
    picked.every((one) => one.standing === 'entered' && one.finding?.agree === one.voters && !isOpen(one));
  if (isSecondClick && session.data.state === 'recording') return done();
  if (session.data.state !== 'recording' || input.rev !== boardRev(board)) throw await alreadyDone(ctx, session.id);
  const allowed = asProposed(board, ctx.actor);
  if (picked.length === 0 || picked.some((one) => !allowed.includes(one))) {
    throw new Refusal('COUNCIL_NO_DOSSIERS', { show: councilAll.ref({ session: session.id }) });
  }
  ctx.commit({
    command: 'council.saveAll',
    subject: session.id,
    facts: { dossiers: String(picked.length) },
    changes: [
      ...picked.flatMap((one) => {
        const { nomination } = one.nominee;
        const { state } = nomination.data;
        const next = state === 'accepted' ? moved('accepted', 'table') : state;
        return [
          replace(nominationRecord, nomination, {
            ...nomination.data,
            state: next,
            council: { session: session.id, ...unanimous(one) },
          }),
          oweRefresh(ctx.scope, ctx.at, nomination.id, nomination.rev + 1),
        ];
      }),
      oweRefresh(ctx.scope, ctx.at, session.id, ctx.newId()),
    ],
  });
  return done();
}
