import type { z } from 'zod';
import { isBeforeDeadline } from '../../domain/calendar/calendar.ts';
import { moved } from '../../domain/dossier/nomination.ts';
import { CodedError } from '../../domain/errors.ts';
import { openUntil } from '../../model/dossier/dossier.ts';
import { sendDossier } from '../../model/dossier/send.ts';
import { sentName } from '../../model/dossier/sent-names.ts';
import { tellCandidate } from '../../model/dossier/tell.ts';
import { type Answer, good, Refusal, show } from '../../pipeline/answer.ts';
import type { Ctx } from '../../pipeline/context.ts';
import { reasonFrom } from '../../pipeline/inputs.ts';
import { stamp } from '../../ports/commit.ts';
import type { PageRef } from '../../records/message.ts';
import { type IntakeDossier, intakeDossier, openRef, type reasonedInput, requireCurrent } from './intake-dossier.ts';
import { lacksConsent } from './late-consent.ts';
import { intakeLateForm, intakeNews } from './refs.ts';

/**
 * After the deadline, or the supplement deadline of one sent back, the office may take in, with a reason, a dossier that is complete; it then
 * waits for the head like any other.
 */
export async function takeInLate(ctx: Ctx, input: z.infer<typeof reasonedInput>): Promise<Answer> {
  const { at, actor } = ctx;
  const dossier = await intakeDossier(ctx, input.nomination);
  const { nomination } = dossier;
  const form: PageRef = intakeLateForm.ref({ nomination: nomination.id });
  const done = show(openRef(nomination.id), good('intake.late', { name: await sentName(ctx, dossier) }));
  if (nomination.data.state === 'submitted' && nomination.data.late?.by === actor.id) return done;
  await requireCurrent(ctx, dossier, input.rev);
  moved(nomination.data.state, 'submitLate');
  if (!input.send) return { show: form };
  const reason = reasonFrom({ reason: input.reason, until: input.until }, { required: true, form });
  requireComplete(ctx, dossier, { form, typed: { reason, until: input.until } });
  const sent = await sendDossier(ctx, dossier, { by: actor.id, at, lateReason: reason });
  ctx.commit({
    command: 'intake.late',
    subject: nomination.id,
    changes: [
      ...sent.changes,
      ...(await tellCandidate(ctx, dossier.nomination, {
        kind: 'intake.late',
        at,
        show: intakeNews.ref({ nomination: nomination.id, what: 'late', at: stamp(at) }),
      })),
    ],
  });
  return done;
}

/** @throws CodedError NOT_LATE_YET; Refusal CONSENT_MISSING, LATE_INCOMPLETE {missing} */
function requireComplete(
  { at }: Ctx,
  dossier: IntakeDossier,
  { form, typed }: { form: PageRef; typed: { reason: string; until: string } },
): void {
  const { criteria, missing } = dossier;
  const deadline = openUntil(dossier);
  if (isBeforeDeadline(at, deadline)) throw new CodedError('NOT_LATE_YET', { deadline });
  const back = { show: form, typed };
  if (lacksConsent(dossier)) throw new Refusal('CONSENT_MISSING', back);
  if (missing.length === 0) return;
  const names = criteria.filter(({ id }) => missing.includes(id)).map(({ id, name }) => `${id} (${name})`);
  throw new Refusal('LATE_INCOMPLETE', { ...back, facts: { missing: names.join('; ') } });
}
