import { z } from 'zod';
import { moved } from '../../domain/dossier/nomination.ts';
import { sentNames } from '../../model/dossier/sent-names.ts';
import { tellCandidate } from '../../model/dossier/tell.ts';
import { type Answer, good, show } from '../../pipeline/answer.ts';
import type { Ctx } from '../../pipeline/context.ts';
import { confirmation } from '../../pipeline/inputs.ts';
import { stamp } from '../../ports/commit.ts';
import { changeDossier } from './change-dossier.ts';
import { dossierInput, type IntakeDossier, intakeDossier, openRef, requireCurrent } from './intake-dossier.ts';
import { type Queue, queueOfRound, waitsFor } from './queue.ts';
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
  const done = async (): Promise<Answer> => {
    const { entries } = await queueOfRound(ctx, data.round);
    const names = await sentNames(
      ctx,
      entries.map(({ nomination }) => nomination),
    );
    const next = input.goOn ? nextWaiting(ctx, dossier, entries) : id;
    const remark = good('intake.accepted', {
      name: names.get(id) ?? dossier.candidate.name,
      next: next === undefined ? 'none' : next === id ? 'same' : 'dossier',
    });
    return show(next === undefined ? intakeQueue.ref({ round: data.round, filter: 'waiting' }) : openRef(next), remark);
  };
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

/** The dossier that has waited longest of those that the clerk may handle; undefined when none waits any more. */
const nextWaiting = ({ actor }: Ctx, { nomination }: IntakeDossier, entries: Queue['entries']): string | undefined =>
  entries.find(({ nomination: { id, data } }) => id !== nomination.id && waitsFor(actor, data))?.nomination.id;
