import type { Turn } from '../../pipeline/turn.ts';
import { type Address, addressId, addressRecord, reachablePeople } from '../../records/address.ts';
import type { Department } from '../../records/department.ts';
import { type Person, personBy, personRecord } from '../../records/person.ts';
import type { Loaded } from '../../records/record.ts';
import { departments, isHere, peopleHere, peopleOf } from './people.ts';

/** Whether a message reaches a person now, and why not. */
export type Reach = 'reachable' | 'notInstalled' | 'uninstalled' | 'blocked';

export interface Recipient {
  readonly person: Loaded<Person>;
  readonly reach: Reach;
}

interface DepartmentAudience {
  readonly department: Loaded<Department>;
  /** By given name. */
  readonly recipients: readonly Recipient[];
}

/** Everyone of the roster who has not left, in protocol order: one department at a time, and no further than is asked for. */
export async function* audienceOf(turn: Turn): AsyncGenerator<DepartmentAudience> {
  for (const department of await departments(turn)) {
    const recipients: Recipient[] = [];
    for (const person of await peopleOf(turn, department.id))
      recipients.push({ person, reach: await reachOf(turn, person.id) });
    if (recipients.length > 0) yield { department, recipients };
  }
}

export async function reachOf(turn: Turn, person: string): Promise<Reach> {
  const address = await turn.get(addressRecord, addressId(person));
  return reachBy(address?.data);
}

/** @param address how the person is reached; undefined when that was never known */
export function reachBy(address: Address | undefined): Reach {
  if (address === undefined) return 'notInstalled';
  if (address.reachable === 'yes') return 'reachable';
  return address.reason === 'uninstalled' ? 'uninstalled' : 'blocked';
}

export interface ReachFigures {
  readonly people: number;
  readonly reachable: number;
}

/**
 * How many belong to the unit, and how many of them a message reaches at once: counted from the index. Nobody is read but who has left, or
 * has a last day: some of them still have the app.
 */
export async function reachFigures(turn: Turn): Promise<ReachFigures> {
  const [people, ways, leaving] = await Promise.all([
    peopleHere(turn),
    turn.count(addressRecord, reachablePeople),
    turn.list(personRecord, personBy.leaving),
  ]);
  const gone = leaving.filter(({ data }) => !isHere(turn, data)).map(({ id }) => addressId(id));
  const addresses = [...(await turn.getMany(addressRecord, gone)).values()];
  return { people, reachable: ways - addresses.filter(({ data }) => reachBy(data) === 'reachable').length };
}

export interface AudienceFigures extends ReachFigures {
  /** In protocol order; empty when the unit is too large to read everyone while somebody waits. */
  readonly departments: readonly ({ readonly name: string } & ReachFigures)[];
}

const readUpTo = 5_000;

/** How many a message to everyone concerns, and how many of them it reaches at once, department by department. */
export async function audienceFigures(turn: Turn): Promise<AudienceFigures> {
  const whole = await reachFigures(turn);
  const rows: ({ name: string } & ReachFigures)[] = [];
  if (whole.people > readUpTo) return { ...whole, departments: rows };
  for await (const { department, recipients } of audienceOf(turn)) {
    const reachable = recipients.filter(({ reach }) => reach === 'reachable').length;
    rows.push({ name: department.data.name, people: recipients.length, reachable });
  }
  return { ...whole, departments: rows };
}
