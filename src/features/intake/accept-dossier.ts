import { z } from 'zod';
import { moved } from '../../domain/dossier/nomination.ts';
import { tellCandidate } from '../../model/dossier/tell.ts';
import { type Answer, good, show } from '../../pipeline/answer.ts';
import type { Ctx } from '../../pipeline/context.ts';
import { confirmation } from '../../pipeline/inputs.ts';
import { stamp } from '../../ports/commit.ts';
import type { PageRef } from '../../records/message.ts';
import { changeDossier } from './change-dossier.ts';
import {
  dossierInput,
  type IntakeDossier,
  intakeDossier,
  mayHandle,
  openRef,
  requireCurrent,
} from './intake-dossier.ts';
import { queueOfRound } from './queue.ts';
import { intakeNews, intakeQueue } from './refs.ts';

export const acceptDossierInput = z.strictObject({
  ...dossierInput,
  /** Shows the next dossier that waits instead of this one. */
  goOn: confirmation,
});

/** The office takes a dossier in: from here on it waits for the council. */
export async function acceptDossier(ctx: Ctx, input: z.infer<typeof acceptDossierInput>): Promise<Answer> {
  const { at, actor } = ctx;
  const dossier = await intakeDossier(ctx, input.nomination);
  const { id, data } = dossier.nomination;
  const remark = good('intake.accepted', { name: data.snapshot?.name ?? dossier.candidate.name });
  const done = async (): Promise<Answer> => show(input.goOn ? await nextWaiting(ctx, dossier) : openRef(id), remark);
  if (data.state === 'accepted' && data.accepted?.by === actor.id) return done();
  await requireCurrent(ctx, dossier, input.rev);
  await changeDossier(ctx, dossier, {
    command: 'intake.accept',
    data: {
      ...data,
      state: moved(data.state, 'accept'),
      accepted: { by: actor.id, at: stamp(at), lateReason: data.late?.reason ?? '' },
    },
    owed: await tellCandidate(ctx, dossier.nomination, {
      kind: 'intake.accepted',
      at,
      show: intakeNews.ref({ nomination: id, what: 'accepted', at: stamp(at) }),
    }),
  });
  return done();
}

/** The dossier that has waited longest of those that the clerk may handle; the list when none waits any more. */
async function nextWaiting(ctx: Ctx, { nomination }: IntakeDossier): Promise<PageRef> {
  const { round } = nomination.data;
  const { entries } = await queueOfRound(ctx, round);
  const next = entries.find(
    ({ filter, nomination: { id, data } }) =>
      filter === 'waiting' &&
      id !== nomination.id &&
      mayHandle(ctx, { ...data.candidate, departmentId: data.departmentId }),
  );
  return next === undefined ? intakeQueue.ref({ round, filter: 'waiting' }) : openRef(next.nomination.id);
}
