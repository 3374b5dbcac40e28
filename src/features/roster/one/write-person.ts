import { namedAnew } from '../../../model/people/named-anew.ts';
import { type PersonAfter, personChanges } from '../../../model/people/write-person.ts';
import type { Ctx } from '../../../pipeline/context.ts';
import { dayOf } from '../../../pipeline/day-of.ts';
import type { Person } from '../../../records/person.ts';
import { isSame } from '../is-same.ts';

export const columnsChanged = (before: Person, after: Person): (keyof Person)[] =>
  (Object.keys(after) as (keyof Person)[]).filter((column) => !isSame(before[column], after[column]));

/** The person, their keys, what moves along and who shares a name, in one commit; the trail has the names of the columns alone. */
export async function writePerson(ctx: Ctx, command: string, { id, before, after }: PersonAfter): Promise<void> {
  ctx.commit({
    command,
    subject: id,
    ...(before && { facts: { columns: columnsChanged(before.data, after).join(' ') } }),
    changes: [
      ...(await personChanges(ctx, { id, before, after }, dayOf(ctx))),
      ...(await namedAnew(ctx, { id, before: before?.data.fullName, after: after.fullName })),
    ],
  });
}
