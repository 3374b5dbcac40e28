import { z } from 'zod';
import { hasQuorum, quorumOf } from '../../domain/council/council.ts';
import { CodedError } from '../../domain/errors.ts';
import { mayRecordCouncil } from '../../domain/policy/council.ts';
import { sitsOnCouncil } from '../../domain/policy/posts.ts';
import { meetingBounds } from '../../model/council/chain.ts';
import { nextNumber, sessionBoard, sessionsOf, waitingDossiers } from '../../model/council/session.ts';
import { lastChange } from '../../model/dossier/last-change.ts';
import { moveInSteps } from '../../model/dossier/move-in-steps.ts';
import type { Nominee } from '../../model/dossier/nominees.ts';
import { officers } from '../../model/people/people.ts';
import { roundOf, roundPlan } from '../../model/round/round.ts';
import { type Answer, good, Refusal, type Remark, refusalOf, show } from '../../pipeline/answer.ts';
import type { Ctx } from '../../pipeline/context.ts';
import { requireMay } from '../../pipeline/inputs.ts';
import type { Turn } from '../../pipeline/turn.ts';
import { stamp } from '../../ports/commit.ts';
import { create } from '../../ports/documents.ts';
import { type CouncilSession, sessionId, sessionRecord } from '../../records/council.ts';
import type { Loaded } from '../../records/record.ts';
import { chosen, meetingInput, readMeeting, typedMeeting } from './meeting-details.ts';
import { councilForm, councilSession } from './refs.ts';
import { tellPresiding } from './secretary-case.ts';

export const recordSessionInput = z.strictObject({
  round: z.string(),
  /** The session that the form was drawn for. */
  number: z.coerce.number().int().min(1),
  ...meetingInput,
  /** Candidate ids, or `all`. */
  dossiers: z.string().default(''),
});
type Input = z.infer<typeof recordSessionInput>;

/** Records that the council met, and puts the dossiers considered before it. */
export async function recordSession(ctx: Ctx, input: Input): Promise<Answer> {
  requireMay(ctx, mayRecordCouncil, 'COUNCIL_SECRETARY_ONLY');
  const round = await roundOf(ctx, input.round);
  const plan = await roundPlan(ctx, round);
  const key = round.data.round;
  const sessions = await sessionsOf(ctx, key);
  const id = sessionId(key, input.number);
  const members = await councilMembers(ctx);
  const dossiers = pick(await waitingDossiers(ctx, key), input.dossiers);
  const sent = (dossiers ?? []).map(({ nomination }) => nomination);
  const of = { round, zone: plan.zone, at: ctx.at, dossiers: sent, number: input.number };
  const read = readMeeting({ input, members, bounds: await meetingBounds(ctx, of) });
  const form = councilForm.ref({ round: key });
  const typed = { ...typedMeeting(input), dossiers: input.dossiers };
  const before = sessions.find((s) => s.id === id);
  if (before !== undefined) return again(ctx, before, 'details' in read ? read.details : undefined);
  const recording = sessions.find((s) => s.data.state === 'recording');
  if (recording !== undefined)
    throw new Refusal('COUNCIL_OPEN_SESSION', {
      show: sessionPage(recording.id),
      facts: { number: recording.data.number },
    });
  if (input.number !== nextNumber(sessions)) throw new CodedError('BAD_CARD');
  if ('problems' in read) throw refusalOf(read.problems, { show: form, typed });
  if (dossiers === undefined || dossiers.length === 0) {
    throw new Refusal(dossiers === undefined ? 'COUNCIL_DOSSIERS_CHANGED' : 'COUNCIL_NO_DOSSIERS', {
      show: form,
      typed,
    });
  }
  const { quorum, passPercent, passOf, ownCase } = plan.settings.council;
  const session: CouncilSession = {
    round: key,
    number: input.number,
    members,
    ...read.details,
    considered: dossiers.map((d) => d.id),
    rules: { quorum, passPercent, passOf, ownCase },
    state: 'recording',
    recorded: { by: ctx.me.id, at: stamp(ctx.at) },
    minutes: null,
  };
  ctx.commit({
    command: 'council.record',
    subject: id,
    facts: { dossiers: String(dossiers.length) },
    changes: [create(sessionRecord, ctx.scope, id, session), ...(await tellPresiding(ctx, { id, rev: 1 }, dossiers))],
  });
  await moveInSteps(ctx, dossiers, tabling(id));
  return { ...show(councilSession.ref({ session: id })), remark: remarkOn(session) };
}

/** Puts accepted dossiers before the council; those that a former meeting had before it are there already. */
export const tabling = (subject: string) => ({ command: 'council.table', subject, move: 'table' }) as const;

/** The second click of the same form; its first may have been cut off before every dossier was tabled. */
async function again(
  ctx: Ctx,
  before: Loaded<CouncilSession>,
  details: Partial<CouncilSession> | undefined,
): Promise<Answer> {
  const same =
    before.data.recorded.by === ctx.me.id &&
    before.data.heldOn === details?.heldOn &&
    before.data.present.join() === details?.present?.join();
  if (!same) {
    throw new Refusal('ALREADY_DONE', { facts: await lastChange(ctx, before.id), show: sessionPage(before.id) });
  }
  if (before.data.state === 'recording') {
    const { cases } = await sessionBoard(ctx, before.id);
    const dossiers = cases.map(({ nominee }) => nominee);
    await moveInSteps(ctx, dossiers, tabling(before.id));
  }
  return { ...show(councilSession.ref({ session: before.id })), remark: remarkOn(before.data) };
}

/** Whoever sits on the council today, in the order of names. */
export async function councilMembers(turn: Turn): Promise<string[]> {
  return (await officers(turn)).filter((p) => sitsOnCouncil(p.data)).map((p) => p.id);
}

/** @returns undefined when one of those chosen no longer waits */
export function pick(waiting: readonly Nominee[], value: string): Nominee[] | undefined {
  const wanted = chosen(value);
  if (wanted.includes('all')) return [...waiting];
  const found = waiting.filter((w) => wanted.includes(w.id));
  return found.length === wanted.length ? found : undefined;
}

export const sessionPage = (session: string) => councilSession.ref({ session });

/** A meeting below its quorum may be written down, but its results cannot be closed: said at once, with the figures. */
export function remarkOn(session: CouncilSession): Remark {
  const facts = {
    number: session.number,
    present: session.present.length,
    total: session.members.length,
    needed: quorumOf(session.rules, session.members.length),
    dossiers: session.considered.length,
  };
  return hasQuorum(session.rules, session)
    ? good('council.recorded', facts)
    : { tone: 'warning', key: 'council.belowQuorum', facts };
}
