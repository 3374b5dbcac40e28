import { z } from 'zod';
import { owe, oweRefresh } from '../../delivery/owe/owe.ts';
import { mayRecordCouncil } from '../../domain/policy/council.ts';
import { formatDate } from '../../domain/text/format.ts';
import { parseDate } from '../../domain/text/typed-time.ts';
import { tidy } from '../../domain/text/vietnamese.ts';
import { nextNumber, sessionsOf, waitingDossiers } from '../../model/council/session.ts';
import { moveInSteps } from '../../model/dossier/move-in-steps.ts';
import { roundOf, roundPlan } from '../../model/round/round.ts';
import { type Answer, good, isAny, type Problem, Refusal, refusalOf, show } from '../../pipeline/answer.ts';
import type { Ctx } from '../../pipeline/context.ts';
import { requireMay } from '../../pipeline/inputs.ts';
import { stamp } from '../../ports/commit.ts';
import { put } from '../../ports/documents.ts';
import type { Change } from '../../ports/store.ts';
import { type Agenda, agendaId, agendaRecord } from '../../records/council.ts';
import { placeLimit } from './meeting-details.ts';
import { councilMembers, pick, sessionPage, tabling } from './record-session.ts';
import { councilAgenda, councilAgendaForm } from './refs.ts';

export const announceAgendaInput = z.strictObject({
  round: z.string(),
  heldOn: z.string().default(''),
  place: z.string().default(''),
  /** Candidate ids, or `all`. */
  dossiers: z.string().default(''),
});
type Input = z.infer<typeof announceAgendaInput>;

/** Sends the members the agenda of a meeting to come; from then on they can read its dossiers. Sent again, it replaces what was announced. */
export async function announceAgenda(ctx: Ctx, input: Input): Promise<Answer> {
  requireMay(ctx, mayRecordCouncil, 'COUNCIL_SECRETARY_ONLY');
  const round = await roundOf(ctx, input.round);
  const key = round.data.round;
  const sessions = await sessionsOf(ctx, key);
  const recording = sessions.find(({ data }) => data.state === 'recording');
  if (recording !== undefined) {
    const facts = { number: recording.data.number };
    throw new Refusal('COUNCIL_OPEN_SESSION', { facts, show: sessionPage(recording.id) });
  }
  const { zone } = await roundPlan(ctx, round);
  const today = ctx.at.setZone(zone);
  const heldOn = parseDate(input.heldOn) ?? '';
  const place = tidy(input.place);
  const picked = pick(await waitingDossiers(ctx, key), input.dossiers);
  const dossiers = picked ?? [];
  const problems: Problem[] = [];
  if (heldOn < today.toFormat('yyyy-MM-dd')) problems.push({ code: 'AGENDA_DATE', facts: { from: formatDate(today) } });
  if (place === '') problems.push({ code: 'COUNCIL_PLACE', facts: {} });
  if (place.length > placeLimit) problems.push({ code: 'TOO_LONG', facts: { count: place.length, max: placeLimit } });
  if (picked === undefined) problems.push({ code: 'COUNCIL_DOSSIERS_CHANGED', facts: {} });
  else if (dossiers.length === 0) problems.push({ code: 'COUNCIL_NO_DOSSIERS', facts: {} });
  if (isAny(problems)) {
    const typed = { heldOn: input.heldOn, place: input.place, dossiers: input.dossiers };
    throw refusalOf(problems, { show: councilAgendaForm.ref({ round: key }), typed });
  }
  const number = nextNumber(sessions);
  const id = agendaId(key, number);
  const before = await ctx.get(agendaRecord, id);
  const considered = dossiers.map((dossier) => dossier.id);
  const done = show(councilAgenda.ref({ agenda: id }), good('council.announced', { dossiers: considered.length }));
  const isSame =
    before?.data.heldOn === heldOn &&
    before.data.place === place &&
    before.data.considered.join() === considered.join();
  if (isSame) {
    // The first click may have been cut off before every dossier was tabled.
    await moveInSteps(ctx, dossiers, tabling(id));
    return done;
  }
  const announced = { by: ctx.me.id, at: stamp(ctx.at) };
  const data: Agenda = { round: key, number, heldOn, place, considered, announced };
  const rev = (before?.rev ?? 0) + 1;
  ctx.commit({
    command: 'council.announce',
    subject: id,
    facts: { dossiers: String(considered.length) },
    changes: [
      put(agendaRecord, { ...ctx.scope, id }, before, data),
      oweRefresh(ctx.scope, ctx.at, id, rev),
      ...(await told(ctx, id, rev)),
    ],
  });
  await moveInSteps(ctx, dossiers, tabling(id));
  return done;
}

async function told(ctx: Ctx, agenda: string, rev: number): Promise<Change[]> {
  return (await councilMembers(ctx))
    .filter((member) => member !== ctx.me.id)
    .map((to) =>
      owe(ctx.scope, ctx.at, {
        to,
        kind: 'council.agenda',
        show: councilAgenda.ref({ agenda }),
        subject: agenda,
        rev,
        urgent: true,
      }),
    );
}
