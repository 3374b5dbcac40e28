import type { DateTime } from 'luxon';
import { owe } from '../../delivery/owe.ts';
import type { Change } from '../../ports/store.ts';
import type { PageRef } from '../../records/message.ts';
import type { Deps } from '../context.ts';
import { reviewersFor } from '../people.ts';
import type { IntakeDossier } from './intake-dossier.ts';

interface Telling {
  readonly kind: string;
  readonly at: DateTime;
  readonly show: PageRef;
}

/** What happened to a dossier is told to the person, or of a department to whoever sent it and to its head. */
export async function tellCandidate(deps: Deps, dossier: IntakeDossier, telling: Telling): Promise<Change[]> {
  const { nomination } = dossier;
  return (await recipients(deps, dossier)).map((to) =>
    owe(deps.scope, telling.at, {
      to,
      kind: telling.kind,
      show: telling.show,
      subject: nomination.id,
      rev: nomination.rev + 1,
      urgent: true,
    }),
  );
}

async function recipients(deps: Deps, { candidate, nomination }: IntakeDossier): Promise<string[]> {
  if (candidate.kind === 'person') return [candidate.id];
  const { head } = await reviewersFor(deps, candidate.id);
  const known = [nomination.data.submitted?.by, head].filter((id) => id !== undefined);
  return [...new Set(known)];
}
