import { type Owing, owe } from '../../delivery/owe/owe.ts';
import { isHeadOrDeputy } from '../../domain/policy/posts.ts';
import { candidatesSide } from '../../model/dossier/tell.ts';
import type { Ctx } from '../../pipeline/context.ts';
import type { Turn } from '../../pipeline/turn.ts';
import type { Change } from '../../ports/store.ts';
import { type Nomination, nominationId, nominationRecord } from '../../records/nomination.ts';
import type { Person } from '../../records/person.ts';
import type { Loaded } from '../../records/record.ts';

/** The dossiers of a round whose results this person is told: the own one, and the collective's of a department led. */
export async function dossiersOf(turn: Turn, round: string, person: Loaded<Person>): Promise<Loaded<Nomination>[]> {
  const candidates = [person.id, ...(isHeadOrDeputy(person.data) ? [person.data.departmentId] : [])];
  const found = await Promise.all(candidates.map((id) => turn.get(nominationRecord, nominationId(round, id))));
  return found.filter((nomination) => nomination !== undefined);
}

/** Messages about one dossier's result to whoever it concerns. */
export async function tellConcerned(
  ctx: Ctx,
  { nomination, ...owing }: Omit<Owing, 'to'> & { nomination: Nomination },
): Promise<Change[]> {
  return (await candidatesSide(ctx, nomination)).map((to) => owe(ctx.scope, ctx.at, { ...owing, to }));
}
