import type { DateTime } from 'luxon';
import { oweRefresh } from '../../delivery/owe/owe.ts';
import type { Change } from '../../ports/store.ts';
import type { Nomination } from '../../records/nomination.ts';
import type { Loaded, Scope } from '../../records/record.ts';

/** A dossier, before and after what a command did to it. */
export interface Moved {
  readonly at: DateTime;
  readonly before: Loaded<Nomination>;
  readonly after: Nomination;
  /** Who gives the opinion, or gave it, when it is not whoever was asked: their list shows it too. */
  readonly acts?: string | null;
}

/** What the list of one reviewer's dossiers is kept in step by. */
export const queueOf = (reviewerId: string): string => `queue:${reviewerId}`;

/** The dossier's own cards, and the list of whoever gives the opinion on it, are out of date once it has moved. */
export function redraw(scope: Scope, { at, before, after, acts }: Moved): Change[] {
  const rev = before.rev + 1;
  const reviewers = [before.data, after].flatMap(({ snapshot }) => snapshot?.reviewerId ?? []);
  if (acts) reviewers.push(acts);
  return [
    oweRefresh(scope, at, before.id, rev),
    ...[...new Set(reviewers)].map((id) => oweRefresh(scope, at, queueOf(id), `${before.id}@${rev}`)),
  ];
}
