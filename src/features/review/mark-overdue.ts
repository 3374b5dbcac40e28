import { owe } from '../../delivery/owe/owe.ts';
import { nextOfficeTime } from '../../domain/calendar/calendar.ts';
import { moved } from '../../domain/dossier/nomination.ts';
import { redraw } from '../../model/dossier/redraw.ts';
import { reviewQueue } from '../../model/dossier/refs.ts';
import { tellCandidate } from '../../model/dossier/tell.ts';
import type { Turn } from '../../pipeline/turn.ts';
import { stamp } from '../../ports/commit.ts';
import { replace } from '../../ports/documents.ts';
import type { Change } from '../../ports/store.ts';
import { type Nomination, nominationRecord } from '../../records/nomination.ts';
import type { Loaded } from '../../records/record.ts';
import { askOffice } from './ask-office.ts';
import { reviewOpinion } from './refs.ts';

/**
 * A dossier whose reviewer has not acted in time goes on to the office, marked. Looks at the record again, so a second run, or one that
 * comes after the opinion, changes nothing. It is told in office hours, also when the sweep comes at night after a downtime.
 */
export async function markOverdue(turn: Turn, nomination: Loaded<Nomination>): Promise<void> {
  const { data } = nomination;
  const at = turn.clock.now();
  const from = nextOfficeTime(at, turn.plan);
  if (data.state !== 'submitted' || data.opinionDueAt === null || data.opinionDueAt > stamp(at)) return;
  const next: Nomination = {
    ...data,
    state: moved(data.state, 'opine'),
    opinion: { by: '', at: stamp(at), kind: 'overdue', reason: '' },
  };
  const reviewer = data.snapshot?.reviewerId ?? null;
  // Many fall due at the same minute: the reviewer gets one list of them, not a message for each.
  const word: Change[] =
    reviewer === null
      ? []
      : [
          owe(turn.scope, at, {
            to: reviewer,
            kind: 'review.overdue',
            show: reviewQueue.ref({ round: data.round, list: 'overdue' }),
            subject: nomination.id,
            rev: nomination.rev + 1,
            coalesce: 'review.overdue',
            from,
          }),
        ];
  turn.commit({
    command: 'review.overdue',
    subject: nomination.id,
    changes: [
      replace(nominationRecord, nomination, next),
      askOffice(turn.scope, nomination, { at, by: 'system', from }),
      ...(await tellCandidate(turn, nomination, {
        kind: 'review.opinion',
        at,
        from,
        show: reviewOpinion.ref({ nomination: nomination.id }),
      })),
      ...word,
      ...redraw(turn.scope, { at, before: nomination, after: next }),
    ],
  });
}
