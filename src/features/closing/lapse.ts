import type { DateTime } from 'luxon';
import { owe } from '../../delivery/owe/owe.ts';
import { nextOfficeTime } from '../../domain/calendar/calendar.ts';
import { moved } from '../../domain/dossier/nomination.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import { redraw } from '../../model/dossier/redraw.ts';
import { candidatesSide } from '../../model/dossier/tell.ts';
import { isHere } from '../../model/people/people.ts';
import type { Turn } from '../../pipeline/turn.ts';
import { replace } from '../../ports/documents.ts';
import type { Change } from '../../ports/store.ts';
import { assessmentId, assessmentRecord } from '../../records/assessment.ts';
import { type Nomination, nominationRecord } from '../../records/nomination.ts';
import { personRecord } from '../../records/person.ts';
import type { Loaded } from '../../records/record.ts';
import { closingLapsed } from './refs.ts';

/** What it means that this dossier was not sent in time: state, word to the candidate's side in office hours, cards. */
export async function lapse(
  turn: Turn,
  nomination: Loaded<Nomination>,
  { at, plan }: { at: DateTime; plan: Plan },
): Promise<Change[]> {
  const after: Nomination = { ...nomination.data, state: moved(nomination.data.state, 'lapse') };
  const about = {
    kind: 'closing.lapsed',
    show: closingLapsed.ref({ nomination: nomination.id }),
    subject: nomination.id,
    rev: nomination.rev + 1,
    from: nextOfficeTime(at, plan),
  };
  return [
    replace(nominationRecord, nomination, after),
    ...redraw(turn.scope, { at, before: nomination, after }),
    ...(await concerned(turn, nomination.data)).map((to) => owe(turn.scope, at, { ...about, to })),
  ];
}

/** Nobody who has left, and nobody who has said "không đề nghị xét": for them nothing has come to an end. */
async function concerned(turn: Turn, nomination: Nomination): Promise<string[]> {
  const { round, candidate } = nomination;
  const assessment = await turn.get(assessmentRecord, assessmentId(round, candidate.id));
  if (assessment?.data.wish === 'declines') return [];
  const told: string[] = [];
  for (const id of await candidatesSide(turn, nomination)) {
    const person = await turn.get(personRecord, id);
    if (person !== undefined && isHere(turn, person.data)) told.push(id);
  }
  return told;
}
