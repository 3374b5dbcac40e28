import type { DateTime } from 'luxon';
import { owe, oweRefresh } from '../../delivery/owe.ts';
import { hasRole } from '../../domain/roles.ts';
import type { Change } from '../../ports/store.ts';
import type { Nomination } from '../../records/nomination.ts';
import type { Loaded } from '../../records/record.ts';
import type { Deps } from '../context.ts';
import { holders, peopleOf } from '../people.ts';
import { queueOf } from './my-dossiers.ts';

/** Whom word of a dossier goes to: the person; for a department those who write its dossier. */
async function candidatesSide(deps: Deps, { candidate }: Nomination): Promise<string[]> {
  if (candidate.kind === 'person') return [candidate.id];
  const people = await peopleOf(deps, candidate.id);
  return people.filter((p) => hasRole(p.data, 'head', 'deputy')).map((p) => p.id);
}

interface Word {
  readonly kind: string;
  readonly page: string;
}

/** Word to the candidate's side of what happened to the dossier. */
export async function tellCandidate(
  deps: Deps,
  at: DateTime,
  nomination: Loaded<Nomination>,
  word: Word,
): Promise<Change[]> {
  const side = await candidatesSide(deps, nomination.data);
  return side.map((to) =>
    owe(deps.scope, at, {
      to,
      kind: word.kind,
      show: { page: word.page, params: { nomination: nomination.id } },
      subject: nomination.id,
      rev: nomination.rev + 1,
      urgent: true,
    }),
  );
}

/** An opinion, or its absence, makes it the office's turn. Nobody is asked to check their own dossier. */
export async function askOffice(deps: Deps, at: DateTime, nomination: Loaded<Nomination>): Promise<Change[]> {
  const office = await holders(deps, 'office');
  return office
    .filter((p) => p.id !== nomination.data.candidate.id)
    .map((p) =>
      owe(deps.scope, at, {
        to: p.id,
        kind: 'intake.request',
        show: { page: 'intake.queue', params: { round: nomination.data.round } },
        subject: nomination.id,
        rev: nomination.rev + 1,
        coalesce: 'intake.request',
        urgent: true,
      }),
    );
}

/** The dossier's own cards, and the lists of its reviewer, are out of date once it has moved. */
export function redraw(deps: Deps, at: DateTime, nomination: Loaded<Nomination>): Change[] {
  const rev = nomination.rev + 1;
  const reviewer = nomination.data.snapshot?.reviewerId ?? null;
  return [
    oweRefresh(deps.scope, at, nomination.id, rev),
    ...(reviewer === null ? [] : [oweRefresh(deps.scope, at, queueOf(reviewer), `${nomination.id}@${rev}`)]),
  ];
}
