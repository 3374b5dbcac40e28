import { type Owing, owe } from '../../delivery/owe/owe.ts';
import { hasRole } from '../../domain/policy/roles.ts';
import { candidatesSide } from '../../model/dossier/tell.ts';
import type { Ctx, Deps } from '../../pipeline/context.ts';
import { load } from '../../ports/documents.ts';
import type { Change } from '../../ports/store.ts';
import { type Nomination, nominationId, nominationRecord } from '../../records/nomination.ts';
import type { Person } from '../../records/person.ts';
import type { Loaded } from '../../records/record.ts';

/** The dossiers of a round whose results this person is told: the own one, and the collective's of a department led. */
export async function dossiersOf(deps: Deps, round: string, person: Loaded<Person>): Promise<Loaded<Nomination>[]> {
  const candidates = [person.id, ...(hasRole(person.data, 'head', 'deputy') ? [person.data.departmentId] : [])];
  const found = await Promise.all(
    candidates.map((id) => load(deps.store, deps.scope.unit, nominationRecord, nominationId(round, id))),
  );
  return found.filter((nomination) => nomination !== undefined);
}

/** Messages about one dossier's result to whoever it concerns. */
export async function tellConcerned(
  ctx: Ctx,
  { nomination, ...owing }: Omit<Owing, 'to'> & { nomination: Nomination },
): Promise<Change[]> {
  return (await candidatesSide(ctx.deps, nomination)).map((to) => owe(ctx.deps.scope, ctx.at, { ...owing, to }));
}
