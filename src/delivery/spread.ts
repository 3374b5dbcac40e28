import type { Logger } from 'pino';
import { CodedError } from '../domain/errors.ts';
import { presenceOn } from '../domain/presence.ts';
import type { Clock } from '../ports/clock.ts';
import { stamp } from '../ports/commit.ts';
import { decode, replace } from '../ports/documents.ts';
import type { Store, Stored } from '../ports/store.ts';
import { type Audience, deliveryId, type Spread, spreadRecord } from '../records/message.ts';
import { type Person, personRecord } from '../records/person.ts';
import type { Loaded } from '../records/record.ts';
import { type Owing, owe } from './owe.ts';

const stepSize = 48;

export interface SpreadDeps {
  readonly store: Store;
  /** In the plan's zone. */
  readonly clock: Clock;
  readonly log: Logger;
  /** What this person is owed by the spread; decided by the capability that started it. @throws CodedError when nothing can be owed */
  readonly owes: (spread: Loaded<Spread>, person: Loaded<Person>) => Promise<Owing | undefined>;
}

/** What the index narrows an audience down to; `reaches` decides about each person. */
function where(audience: Audience): { field: string; equals: string } | undefined {
  if (audience.kind === 'department') return { field: 'department', equals: audience.departmentId };
  return audience.kind === 'officers' ? { field: 'officer', equals: 'yes' } : undefined;
}

function reaches(audience: Audience, person: Person, today: string): boolean {
  if (presenceOn(person, today) === 'left') return false;
  switch (audience.kind) {
    case 'everyone':
      return true;
    case 'department':
      return person.departmentId === audience.departmentId;
    case 'organisation':
      return person.organisations.includes(audience.organisation);
    case 'officers':
      return person.roles.some((role) => role !== 'staff');
  }
}

/** One step of a spread: at most 48 messages and the cursor's move, in one transaction. */
export async function spreadStep(deps: SpreadDeps, stored: Stored): Promise<void> {
  const spread = decode(spreadRecord, stored);
  const { audience, cursor } = spread.data;
  const filter = where(audience);
  const page = await deps.store.query({
    unit: spread.unit,
    type: personRecord.type,
    limit: stepSize,
    ...(filter === undefined ? {} : { where: filter }),
    ...(cursor === '' ? {} : { after: cursor }),
  });
  const now = deps.clock.now();
  const today = now.toFormat('yyyy-MM-dd');
  const people = page.items.map((item) => decode(personRecord, item)).filter((p) => reaches(audience, p.data, today));
  const owed: Owing[] = [];
  for (const person of people) {
    const owing = await owingOf(deps, spread, person);
    if (owing !== undefined) owed.push({ cause: spread.id, department: person.data.departmentId, ...owing });
  }
  const next: Spread = {
    ...spread.data,
    cursor: page.next ?? cursor,
    owed: spread.data.owed + owed.length,
    passed: spread.data.passed + people.length,
    state: page.next === undefined ? 'done' : 'running',
    dueAt: stamp(now),
    endedAt: page.next === undefined ? stamp(now) : null,
  };
  await deps.store.commit(spread.unit, [
    ...owed.map((owing) => owe(spread, now, owing)),
    replace(spreadRecord, spread, next),
  ]);
}

/** One person's own trouble, or a message owed already on another way, must not keep everybody after them waiting for ever. */
async function owingOf(deps: SpreadDeps, spread: Loaded<Spread>, person: Loaded<Person>): Promise<Owing | undefined> {
  try {
    const owing = await deps.owes(spread, person);
    if (owing === undefined) return undefined;
    const id = deliveryId(owing.subject, owing.rev, owing.kind, owing.to);
    return (await deps.store.get(spread.unit, id)) === undefined ? owing : undefined;
  } catch (error) {
    if (!(error instanceof CodedError)) throw error;
    deps.log.error({ err: error, spread: spread.id, person: person.id }, 'a spread owes nothing to someone');
    return undefined;
  }
}
