import { DateTime } from 'luxon';
import { type Owing, owe } from '../../delivery/owe/owe.ts';
import { opinionRemindedAt } from '../../domain/calendar/opinion.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import { isHeadOrDeputy } from '../../domain/policy/posts.ts';
import type { Turn } from '../../pipeline/turn.ts';
import { stamp } from '../../ports/commit.ts';
import { create } from '../../ports/documents.ts';
import type { Change } from '../../ports/store.ts';
import {
  type Nomination,
  nominationId,
  nominationRecord,
  opinionReminderId,
  opinionReminderRecord,
} from '../../records/nomination.ts';
import { paperDossierId, paperDossierRecord } from '../../records/paper-dossier.ts';
import type { Person } from '../../records/person.ts';
import type { Loaded, Scope } from '../../records/record.ts';
import { peopleOf } from '../people/people.ts';
import type { Moved } from './redraw.ts';
import { reviewQueue } from './refs.ts';

/**
 * Who is told what became of a dossier: the person; of a department its head and deputies, and whoever of them sent it. The page that each is
 * sent decides again whether they may read it.
 */
export async function candidatesSide(
  turn: Turn,
  { candidate, submitted, late }: Pick<Nomination, 'candidate' | 'submitted' | 'late'>,
): Promise<string[]> {
  if (candidate.kind === 'person') return [candidate.id];
  const people = await peopleOf(turn, candidate.id);
  // One taken in late was sent by the office.
  const sender = submitted === null || submitted.by === late?.by ? [] : [submitted.by];
  return [...new Set([...sender, ...people.filter((p) => isHeadOrDeputy(p.data)).map((p) => p.id)])];
}

/** The dossiers of a round of which this person is on the candidate's side: the own one, and the collective's of a department led. */
export async function dossiersOf(turn: Turn, round: string, person: Loaded<Person>): Promise<Loaded<Nomination>[]> {
  const candidates = [person.id, ...(isHeadOrDeputy(person.data) ? [person.data.departmentId] : [])];
  const ids = candidates.map((id) => nominationId(round, id));
  return [...(await turn.getMany(nominationRecord, ids)).values()];
}

type Word = Pick<Owing, 'kind' | 'show' | 'from'> & { readonly at: DateTime };

/** Word to the candidate's side of what this commit does to the dossier. @param nomination as it was before */
export async function tellCandidate(turn: Turn, nomination: Loaded<Nomination>, word: Word): Promise<Change[]> {
  return told(turn, nomination, word, await candidatesSide(turn, nomination.data));
}

/** The same where something is to be written: also to whoever enters the dossier from a paper. */
export async function tellWriters(turn: Turn, nomination: Loaded<Nomination>, word: Word): Promise<Change[]> {
  const { round, candidate } = nomination.data;
  const paper = await turn.get(paperDossierRecord, paperDossierId(round, candidate.id));
  const enters = paper === undefined ? [] : [paper.data.entered.by];
  return told(turn, nomination, word, [...(await candidatesSide(turn, nomination.data)), ...enters]);
}

function told(turn: Turn, nomination: Loaded<Nomination>, { at, ...word }: Word, people: readonly string[]): Change[] {
  const about = { ...word, subject: nomination.id, rev: nomination.rev + 1, urgent: true };
  return [...new Set(people)].map((to) => owe(turn.scope, at, { ...about, to }));
}

/**
 * Asks whoever gives the opinion, and has them reminded the working day before it falls due; requests of one person merge. Nothing when
 * nobody holds the post.
 */
export function askReviewer(scope: Scope, { at, before, after, acts }: Moved, plan: Plan): Change[] {
  const to = acts ?? after.snapshot?.reviewerId ?? null;
  if (to === null) return [];
  const show = reviewQueue.ref({ round: after.round });
  const about = { kind: 'review.request', coalesce: 'review.request', subject: before.id, rev: before.rev + 1 };
  return [owe(scope, at, { ...about, to, show, urgent: true }), ...remindReviewer(scope, { at, before, after }, plan)];
}

/** None where the request itself goes out later than the reminder would. */
function remindReviewer(scope: Scope, { at, before, after }: Moved, plan: Plan): Change[] {
  if (after.opinionDueAt === null) return [];
  const due = DateTime.fromISO(after.opinionDueAt, { zone: plan.zone });
  const remindAt = opinionRemindedAt(due, plan);
  if (remindAt <= at) return [];
  const id = opinionReminderId(before.id, before.rev + 1);
  const reminder = { nomination: before.id, opinionDueAt: after.opinionDueAt, dueAt: stamp(remindAt) };
  return [create(opinionReminderRecord, scope, id, reminder)];
}
