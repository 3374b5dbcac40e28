import type { DateTime } from 'luxon';
import { type Owing, owe, oweRefresh } from '../delivery/owe.ts';
import { hasRole } from '../domain/roles.ts';
import type { Change } from '../ports/store.ts';
import type { Nomination } from '../records/nomination.ts';
import type { Loaded, Scope } from '../records/record.ts';
import type { Deps } from './context.ts';
import { peopleOf } from './people.ts';

type Read = Pick<Deps, 'store' | 'scope' | 'clock' | 'plan'>;

/**
 * Whom word of a dossier goes to: the person; of a department its head and deputies, and whoever of them sent it. The page that each is
 * sent decides again whether they may read it.
 */
export async function candidatesSide(
  deps: Read,
  { candidate, submitted, late }: Pick<Nomination, 'candidate' | 'submitted' | 'late'>,
): Promise<string[]> {
  if (candidate.kind === 'person') return [candidate.id];
  const people = await peopleOf(deps, candidate.id);
  // One taken in late was sent by the office.
  const sender = submitted === null || submitted.by === late?.by ? [] : [submitted.by];
  return [...new Set([...sender, ...people.filter((p) => hasRole(p.data, 'head', 'deputy')).map((p) => p.id)])];
}

/** Word to the candidate's side of what this commit does to the dossier. @param nomination as it was before */
export async function tellCandidate(
  deps: Read,
  nomination: Loaded<Nomination>,
  word: Pick<Owing, 'kind' | 'show'> & { readonly at: DateTime },
): Promise<Change[]> {
  const { kind, show, at } = word;
  const about = { kind, show, subject: nomination.id, rev: nomination.rev + 1, urgent: true };
  return (await candidatesSide(deps, nomination.data)).map((to) => owe(deps.scope, at, { ...about, to }));
}

/** What the list of one reviewer's dossiers is kept in step by. */
export const queueOf = (reviewerId: string): string => `queue:${reviewerId}`;

interface Moved {
  readonly at: DateTime;
  readonly before: Loaded<Nomination>;
  readonly after: Nomination;
}

/** Asks whoever gives the opinion; requests of one person merge. Nothing when nobody holds the post. */
export function askReviewer(scope: Scope, { at, before, after }: Moved): Change[] {
  const to = after.snapshot?.reviewerId ?? null;
  if (to === null) return [];
  const show = { page: 'review.queue', params: { round: after.round } };
  const about = { kind: 'review.request', coalesce: 'review.request', subject: before.id, rev: before.rev + 1 };
  return [owe(scope, at, { ...about, to, show, urgent: true })];
}

/** The dossier's own cards, and the list of whoever gives the opinion on it, are out of date once it has moved. */
export function redraw(scope: Scope, { at, before, after }: Moved): Change[] {
  const rev = before.rev + 1;
  const reviewers = [before.data, after].flatMap(({ snapshot }) => snapshot?.reviewerId ?? []);
  return [
    oweRefresh(scope, at, before.id, rev),
    ...[...new Set(reviewers)].map((id) => oweRefresh(scope, at, queueOf(id), `${before.id}@${rev}`)),
  ];
}
