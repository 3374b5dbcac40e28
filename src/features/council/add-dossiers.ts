import { z } from 'zod';
import { oweRefresh } from '../../delivery/owe/owe.ts';
import { isWithin } from '../../domain/council/chain.ts';
import { boundFacts, meetingBounds } from '../../model/council/chain.ts';
import { waitingDossiers } from '../../model/council/session.ts';
import { moveInSteps } from '../../model/dossier/move-in-steps.ts';
import { type Answer, good, Refusal, show } from '../../pipeline/answer.ts';
import type { Ctx } from '../../pipeline/context.ts';
import { revision } from '../../pipeline/inputs.ts';
import { replace } from '../../ports/documents.ts';
import { sessionRecord } from '../../records/council.ts';
import { openSession } from './open-session.ts';
import { pick, tabling } from './record-session.ts';
import { councilAddition, councilSession } from './refs.ts';
import { tellPresiding } from './secretary-case.ts';

export const addDossiersInput = z.strictObject({
  session: z.string(),
  rev: revision,
  dossiers: z.string().default(''),
});

/** Puts further dossiers before a meeting that is being recorded. */
export async function addDossiers(ctx: Ctx, input: z.infer<typeof addDossiersInput>): Promise<Answer> {
  const { session, round, plan } = await openSession(ctx, input.session, input.rev);
  const dossiers = pick(await waitingDossiers(ctx, session.data.round), input.dossiers);
  if (dossiers === undefined || dossiers.length === 0) {
    const form = councilAddition.ref({ session: session.id });
    const code = dossiers === undefined ? 'COUNCIL_DOSSIERS_CHANGED' : 'COUNCIL_NO_DOSSIERS';
    throw new Refusal(code, { show: form, typed: { dossiers: input.dossiers } });
  }
  const { heldOn, number } = session.data;
  const sent = dossiers.map(({ nomination }) => nomination);
  const bounds = await meetingBounds(ctx, { round, zone: plan.zone, at: ctx.at, dossiers: sent, number });
  if (!isWithin(heldOn, bounds)) {
    const form = councilAddition.ref({ session: session.id });
    throw new Refusal('COUNCIL_DATE', { facts: boundFacts(bounds), show: form, typed: { dossiers: input.dossiers } });
  }
  const considered = [...session.data.considered, ...dossiers.map((d) => d.id)];
  ctx.commit({
    command: 'council.add',
    subject: session.id,
    facts: { dossiers: String(dossiers.length) },
    changes: [
      replace(sessionRecord, session, { ...session.data, considered }),
      oweRefresh(ctx.scope, ctx.at, session.id, session.rev + 1),
      ...(await tellPresiding(ctx, { id: session.id, rev: session.rev + 1 }, dossiers)),
    ],
  });
  await moveInSteps(ctx, dossiers, tabling(session.id));
  return show(councilSession.ref({ session: session.id }), good('council.added', { dossiers: dossiers.length }));
}
