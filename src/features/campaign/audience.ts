import { departments, peopleOf } from '../../model/people/people.ts';
import { channelOf } from '../../model/sending/channels.ts';
import type { Turn } from '../../pipeline/turn.ts';
import { type Address, addressId, addressRecord, channelOwner, reachablePeople } from '../../records/address.ts';
import type { Department } from '../../records/department.ts';
import { type Person, personRecord } from '../../records/person.ts';
import type { Loaded } from '../../records/record.ts';

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

async function reachOf(turn: Turn, person: string): Promise<Reach> {
  const address = await turn.get(addressRecord, addressId(person));
  return address === undefined ? 'notInstalled' : reachBy(address.data);
}

function reachBy(address: Address): Reach {
  if (address.reachable === 'yes') return 'reachable';
  return address.reason === 'uninstalled' ? 'uninstalled' : 'blocked';
}

export interface AudienceFigures {
  readonly people: number;
  readonly reachable: number;
  /** In protocol order; empty when the unit is too large to read everyone while somebody waits. */
  readonly departments: readonly { readonly name: string; readonly people: number; readonly reachable: number }[];
}

/** Above it everyone is counted and not read: whoever has left is then among them until taken off the roster. */
const readUpTo = 5_000;

/** How many a message to everyone concerns, and how many of them it reaches at once. */
export async function audienceFigures(turn: Turn): Promise<AudienceFigures> {
  const people = await turn.count(personRecord);
  if (people > readUpTo) {
    const where = reachablePeople;
    const reachable = await turn.count(addressRecord, where);
    return { people, reachable: Math.min(reachable, people), departments: [] };
  }
  const rows: { name: string; people: number; reachable: number }[] = [];
  for await (const { department, recipients } of audienceOf(turn)) {
    const reached = recipients.filter(({ reach }) => reach === 'reachable').length;
    rows.push({ name: department.data.name, people: recipients.length, reachable: reached });
  }
  const sum = (of: 'people' | 'reachable') => rows.reduce((total, row) => total + row[of], 0);
  return { people: sum('people'), reachable: sum('reachable'), departments: rows };
}

/** Where the office's records of the campaign go: the owner of its channel, gone or not; undefined when none was ever bound. */
export async function recordsTo(turn: Turn): Promise<string | undefined> {
  const { state } = await channelOf(turn, 'office');
  return state === 'unbound' ? undefined : channelOwner('office');
}
