import type { DateTime } from 'luxon';
import { moved } from '../../domain/dossier/nomination.ts';
import { redraw } from '../../model/dossier/redraw.ts';
import { candidatesSide } from '../../model/dossier/tell.ts';
import { isHere } from '../../model/people/people.ts';
import { tellMorning } from '../../model/sending/morning.ts';
import type { Turn } from '../../pipeline/turn.ts';
import { replace } from '../../ports/documents.ts';
import type { Change } from '../../ports/store.ts';
import { assessmentId, assessmentRecord } from '../../records/assessment.ts';
import { type Nomination, nominationRecord } from '../../records/nomination.ts';
import { personRecord } from '../../records/person.ts';
import type { Loaded } from '../../records/record.ts';
import { closingLapsed } from './refs.ts';

/** What it means that this dossier was not sent in time: its state, and the cards that show it. */
export function lapse(turn: Turn, nomination: Loaded<Nomination>, at: DateTime): Change[] {
  const after: Nomination = { ...nomination.data, state: moved(nomination.data.state, 'lapse') };
  return [replace(nominationRecord, nomination, after), ...redraw(turn.scope, { at, before: nomination, after })];
}

/** The same of one whose time was its own; the candidate's side is told in the morning's message. */
export async function lapseAlone(turn: Turn, nomination: Loaded<Nomination>, at: DateTime): Promise<Change[]> {
  const section = closingLapsed.ref({ nomination: nomination.id });
  const told = (await concerned(turn, nomination.data)).map((to) => ({ to, section }));
  const subject = `${nomination.id}@${nomination.rev + 1}`;
  return [...lapse(turn, nomination, at), ...(await tellMorning(turn, { at, subject, told }))];
}

/** Whoever has said "không đề nghị xét" is told nothing: for them nothing has come to an end. */
export async function declines(turn: Turn, { round, candidate }: Nomination): Promise<boolean> {
  return (await turn.get(assessmentRecord, assessmentId(round, candidate.id)))?.data.wish === 'declines';
}

/** Nobody who has left, either. */
async function concerned(turn: Turn, nomination: Nomination): Promise<string[]> {
  if (await declines(turn, nomination)) return [];
  const told: string[] = [];
  for (const id of await candidatesSide(turn, nomination)) {
    const person = await turn.get(personRecord, id);
    if (person !== undefined && isHere(turn, person.data)) told.push(id);
  }
  return told;
}
