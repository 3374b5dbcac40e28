import type { Turn } from '../../pipeline/turn.ts';
import { put, remove } from '../../ports/documents.ts';
import { namesakesId, namesakesRecord, namesKeptId, namesKeptRecord } from '../../records/namesakes.ts';
import { personRecord } from '../../records/person.ts';

/** Fewer than one transaction takes, with its audit event. */
const stepSize = 90;

/**
 * Writes down who shares a name, for everyone whom the first roster has brought: whatever changes names later does so by itself, so their
 * number tells whether that was done. Run at each start; twice changes nothing, and a run that was cut off is made good by the next.
 */
export async function keepNamesakes(turn: Turn): Promise<void> {
  const marker = await turn.get(namesKeptRecord, namesKeptId);
  if (marker?.data.people !== (await turn.count(personRecord))) await renewNamesakes(turn);
}

/** Writes down anew who shares a name. Reads everyone; twice changes nothing. */
export async function renewNamesakes(turn: Turn): Promise<void> {
  const groups = await shared(turn);
  const known = new Map((await turn.list(namesakesRecord)).map((record) => [record.id, record]));
  const ids = new Set(groups.map(([name]) => namesakesId(name)));
  const changes = [
    ...groups
      .filter(([name, people]) => known.get(namesakesId(name))?.data.people.join() !== people.join())
      .map(([name, people]) => {
        const id = namesakesId(name);
        return put(namesakesRecord, { ...turn.scope, id }, known.get(id), { name, people });
      }),
    ...[...known.values()].filter(({ id }) => !ids.has(id)).map(remove),
  ];
  const event = { command: 'people.namesakes', subject: namesKeptId };
  for (let i = 0; i < changes.length; i += stepSize) {
    turn.commit({ ...event, changes: changes.slice(i, i + stepSize) });
    await turn.settle();
  }
  const of = { ...turn.scope, id: namesKeptId };
  const people = await turn.count(personRecord);
  const marker = await turn.get(namesKeptRecord, namesKeptId);
  if (marker?.data.people !== people)
    turn.commit({ ...event, changes: [put(namesKeptRecord, of, marker, { people })] });
}

/** Names that several bear, each with their ids in order. */
async function shared(turn: Turn): Promise<[name: string, ids: string[]][]> {
  const byName = new Map<string, string[]>();
  for await (const { id, data } of turn.each(personRecord)) {
    const same = byName.get(data.fullName);
    if (same === undefined) byName.set(data.fullName, [id]);
    else same.push(id);
  }
  return [...byName].filter(([, ids]) => ids.length > 1).map(([name, ids]) => [name, ids.sort()]);
}
