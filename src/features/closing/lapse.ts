import type { DateTime } from 'luxon';
import { owe } from '../../delivery/owe/owe.ts';
import { nextOfficeTime } from '../../domain/calendar/calendar.ts';
import { moved } from '../../domain/dossier/nomination.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import { candidatesSide, redraw } from '../../model/dossier/tell.ts';
import { isHere } from '../../model/people/people.ts';
import type { Deps } from '../../pipeline/context.ts';
import { load, replace } from '../../ports/documents.ts';
import type { Change } from '../../ports/store.ts';
import { assessmentId, assessmentRecord } from '../../records/assessment.ts';
import { type Nomination, nominationRecord } from '../../records/nomination.ts';
import { personRecord } from '../../records/person.ts';
import type { Loaded } from '../../records/record.ts';

/** What it means that this dossier was not sent in time: state, word to the candidate's side in office hours, cards. */
export async function lapse(
  deps: Deps,
  nomination: Loaded<Nomination>,
  { at, plan }: { at: DateTime; plan: Plan },
): Promise<Change[]> {
  const after: Nomination = { ...nomination.data, state: moved(nomination.data.state, 'lapse') };
  const about = {
    kind: 'closing.lapsed',
    show: { page: 'closing.lapsed', params: { nomination: nomination.id } },
    subject: nomination.id,
    rev: nomination.rev + 1,
    from: nextOfficeTime(at, plan),
  };
  return [
    replace(nominationRecord, nomination, after),
    ...redraw(deps.scope, { at, before: nomination, after }),
    ...(await concerned(deps, nomination.data)).map((to) => owe(deps.scope, at, { ...about, to })),
  ];
}

/** Nobody who has left, and nobody who has said "không đề nghị xét": for them nothing has come to an end. */
async function concerned(deps: Deps, nomination: Nomination): Promise<string[]> {
  const { store, scope } = deps;
  const { round, candidate } = nomination;
  const assessment = await load(store, scope.unit, assessmentRecord, assessmentId(round, candidate.id));
  if (assessment?.data.wish === 'declines') return [];
  const told: string[] = [];
  for (const id of await candidatesSide(deps, nomination)) {
    const person = await load(store, scope.unit, personRecord, id);
    if (person !== undefined && isHere(deps, person.data)) told.push(id);
  }
  return told;
}
