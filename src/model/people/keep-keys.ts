import { chunks } from '../../domain/chunks.ts';
import { retryOnce } from '../../pipeline/retry.ts';
import type { Turn } from '../../pipeline/turn.ts';
import { create } from '../../ports/documents.ts';
import type { Change } from '../../ports/store.ts';
import { departmentRecord } from '../../records/department.ts';
import { departmentKeyId, departmentKeyRecord, keysKeptId, keysKeptRecord } from '../../records/key.ts';
import { personRecord } from '../../records/person.ts';
import { giveKey, holdingsOf, isShared } from './person-keys.ts';

/** Each changes one document; nobody has acted, so no event goes with them. */
const stepSize = 90;
type Key = readonly [id: string, change: Change];

/**
 * Gives everyone and every department that earlier releases wrote the key that they did not write: of the e-mail, of the name. An e-mail that
 * several people have gets none, and is told in the log; nobody is let in by this, so no key of an Entra id is made.
 * Run at each start; twice changes nothing, and a run that was cut off, or was done by another process at the same time, is made good by the next.
 */
export async function keepKeys(turn: Turn): Promise<void> {
  if ((await turn.get(keysKeptRecord, keysKeptId)) !== undefined) return;
  for (const group of chunks([...(await keysOfDepartments(turn)), ...(await keysOfPeople(turn))], stepSize))
    await write(turn, group);
  await write(turn, [[keysKeptId, create(keysKeptRecord, turn.scope, keysKeptId, {})]]);
}

/** The same groups in every process: where one is there already, it is there whole. */
const write = (turn: Turn, group: readonly Key[]): Promise<void> =>
  retryOnce(async () => {
    const known = await turn.store.getMany(
      turn.scope.unit,
      group.map(([id]) => id),
    );
    turn.ride(group.filter(([id]) => !known.has(id)).map(([, change]) => change));
    await turn.settle();
  });

/** No two have one name: their ids were made of it. */
const keysOfDepartments = async (turn: Turn): Promise<Key[]> =>
  (await turn.list(departmentRecord)).map(({ id: departmentId, data }) => {
    const id = departmentKeyId(turn.scope.unit, data.name);
    return [id, create(departmentKeyRecord, turn.scope, id, { departmentId })];
  });

async function keysOfPeople(turn: Turn): Promise<Key[]> {
  const holdings = [...holdingsOf(turn.scope, await turn.list(personRecord)).values()];
  for (const { column, people } of holdings.filter(isShared))
    turn.log.warn({ column, people }, 'people of the roster share an id: no roster finds any of them by it');
  return holdings.flatMap((holding): Key[] => {
    const [only = ''] = holding.people;
    return holding.column === 'email' && !isShared(holding) ? [[holding.id, giveKey(turn.scope, holding, only)]] : [];
  });
}
