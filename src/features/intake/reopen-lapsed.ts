import type { z } from 'zod';
import { moved, wasReopened } from '../../domain/dossier/nomination.ts';
import { sentBackUntil } from '../../model/dossier/dossier.ts';
import { tellCandidate } from '../../model/dossier/tell.ts';
import { type Answer, Refusal } from '../../pipeline/answer.ts';
import type { Ctx } from '../../pipeline/context.ts';
import { reasonFrom } from '../../pipeline/inputs.ts';
import { stamp } from '../../ports/commit.ts';
import type { PageRef } from '../../records/message.ts';
import { changeDossier } from './change-dossier.ts';
import { intakeDossier, type reasonedInput, requireCurrent } from './intake-dossier.ts';
import { lacksConsent } from './late-consent.ts';
import { intakeLateForm, intakeNews } from './refs.ts';
import { openAgainUntil, supplementUntil } from './supplement-until.ts';
import { hasLeft } from './unsent-dossier.ts';

/**
 * The office opens one dossier again that was not sent in time, with a reason: the candidate completes and sends it until a deadline of its own,
 * as one that was sent back. It stays marked as late.
 */
export async function reopenLapsed(ctx: Ctx, input: z.infer<typeof reasonedInput>): Promise<Answer> {
  const { at, actor } = ctx;
  const dossier = await intakeDossier(ctx, input.nomination);
  const { id, data } = dossier.nomination;
  const form: PageRef = intakeLateForm.ref({ nomination: id });
  if (data.state === 'returned' && data.returned?.by === actor.id && wasReopened(data)) {
    return openAgainUntil(dossier, data.returned.until, 'intake.reopened');
  }
  await requireCurrent(ctx, dossier, input.rev);
  const state = moved(data.state, 'readmit');
  if (!input.send) return { show: form };
  if (await hasLeft(ctx, dossier))
    throw new Refusal('EXTEND_LEFT', { show: form, facts: { name: dossier.candidate.name } });
  const typed = { reason: input.reason, until: input.until };
  const reason = reasonFrom(typed, { required: true, form });
  if (lacksConsent(dossier)) throw new Refusal('CONSENT_MISSING', { show: form, typed });
  const until = stamp(supplementUntil(dossier, { at, earliest: sentBackUntil(dossier, at), form, typed }));
  const act = { by: actor.id, at: stamp(at), reason };
  await changeDossier(ctx, dossier, {
    command: 'intake.reopen',
    data: { ...data, state, late: act, returned: { ...act, until } },
    owed: await tellCandidate(ctx, dossier.nomination, {
      kind: 'intake.reopened',
      at,
      show: intakeNews.ref({ nomination: id, what: 'reopened', at: stamp(at) }),
    }),
  });
  return openAgainUntil(dossier, until, 'intake.reopened');
}
