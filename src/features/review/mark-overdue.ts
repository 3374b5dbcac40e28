import { moved } from '../../domain/dossier/nomination.ts';
import { isOffice } from '../../domain/policy/posts.ts';
import { opinersOf } from '../../model/dossier/opiners.ts';
import { redraw } from '../../model/dossier/redraw.ts';
import { reviewQueue } from '../../model/dossier/refs.ts';
import { candidatesSide } from '../../model/dossier/tell.ts';
import { holders } from '../../model/people/people.ts';
import { tellMorning } from '../../model/sending/morning.ts';
import type { Turn } from '../../pipeline/turn.ts';
import { stamp } from '../../ports/commit.ts';
import { replace } from '../../ports/documents.ts';
import type { PageRef } from '../../records/message.ts';
import { type Nomination, nominationRecord } from '../../records/nomination.ts';
import type { Loaded } from '../../records/record.ts';
import { intakeQueue } from '../intake/refs.ts';
import { reviewOpinion } from './refs.ts';

/**
 * A dossier whose reviewer has not acted in time goes on to the office, marked. Looks at the record again, so a second run, or one that
 * comes after the opinion, changes nothing. Reviewer, candidate and office are told in the next morning's message.
 */
export async function markOverdue(turn: Turn, nomination: Loaded<Nomination>): Promise<void> {
  const { data } = nomination;
  const at = turn.clock.now();
  if (data.state !== 'submitted' || data.opinionDueAt === null || data.opinionDueAt > stamp(at)) return;
  const next: Nomination = {
    ...data,
    state: moved(data.state, 'opine'),
    opinion: { by: '', at: stamp(at), kind: 'overdue', reason: '' },
  };
  const { acts } = await opinersOf(turn, data);
  const reviewer = acts ?? data.snapshot?.reviewerId ?? null;
  // Nobody is asked to check their own dossier.
  const office = (await holders(turn, isOffice)).map(({ id }) => id).filter((id) => id !== data.candidate.id);
  const to = (ids: readonly string[], section: PageRef) => ids.map((id) => ({ to: id, section }));
  const told = [
    ...to(reviewer === null ? [] : [reviewer], reviewQueue.ref({ round: data.round, list: 'overdue' })),
    ...to(await candidatesSide(turn, data), reviewOpinion.ref({ nomination: nomination.id })),
    ...to(office, intakeQueue.ref({ round: data.round })),
  ];
  turn.commit({
    command: 'review.overdue',
    subject: nomination.id,
    changes: [
      replace(nominationRecord, nomination, next),
      ...(await tellMorning(turn, { at, subject: `${nomination.id}@${nomination.rev + 1}`, told })),
      ...redraw(turn.scope, { at, before: nomination, after: next, acts }),
    ],
  });
}
