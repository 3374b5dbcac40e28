import { type Owing, owe } from '../../delivery/owe.ts';
import { hasRole } from '../../domain/roles.ts';
import { list, load } from '../../ports/documents.ts';
import type { Change } from '../../ports/store.ts';
import { type Nomination, nominationId, nominationRecord } from '../../records/nomination.ts';
import { type Person, personRecord } from '../../records/person.ts';
import type { Loaded } from '../../records/record.ts';
import type { Ctx, Deps } from '../context.ts';

/** Who is told of a collective's result: its head; its deputies while the post is empty. */
const speaksFor = (person: Person, colleagues: readonly Loaded<Person>[]): boolean =>
  hasRole(person, 'head') || (hasRole(person, 'deputy') && !colleagues.some((p) => hasRole(p.data, 'head')));

async function colleaguesIn(deps: Deps, departmentId: string): Promise<Loaded<Person>[]> {
  const where = { field: 'department', equals: departmentId };
  const all = await list(deps.store, { unit: deps.scope.unit, type: personRecord, where });
  return all.filter((p) => p.data.status !== 'left');
}

/** The dossiers of a round whose results this person is told: the own one, and the collective's of a department led. */
export async function dossiersOf(deps: Deps, round: string, person: Loaded<Person>): Promise<Loaded<Nomination>[]> {
  const { unit } = deps.scope;
  const own = await load(deps.store, unit, nominationRecord, nominationId(round, person.id));
  const { departmentId } = person.data;
  const leads =
    hasRole(person.data, 'head', 'deputy') && speaksFor(person.data, await colleaguesIn(deps, departmentId));
  const led = leads ? await load(deps.store, unit, nominationRecord, nominationId(round, departmentId)) : undefined;
  return [own, led].filter((nomination) => nomination !== undefined);
}

/** Messages about one dossier to whoever it concerns. */
export async function tellConcerned(
  ctx: Ctx,
  { nomination, ...owing }: Omit<Owing, 'to'> & { nomination: Nomination },
): Promise<Change[]> {
  const { candidate } = nomination;
  const to =
    candidate.kind === 'person'
      ? [candidate.id]
      : await colleaguesIn(ctx.deps, candidate.id).then((all) =>
          all.filter((p) => speaksFor(p.data, all)).map((p) => p.id),
        );
  return to.slice(0, 20).map((id) => owe(ctx.deps.scope, ctx.at, { ...owing, to: id }));
}
