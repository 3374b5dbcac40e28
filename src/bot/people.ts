import type { DateTime } from 'luxon';
import { stampedInstant } from '../domain/calendar/calendar.ts';
import { CodedError } from '../domain/errors.ts';
import { launchFor } from '../features/campaign/launch-for.ts';
import { welcomeTo } from '../features/start/welcome-to.ts';
import { heldFor, owedAgain } from '../model/sending/owed-again.ts';
import type { Machine, Office, OfficeOf } from '../pipeline/machine.ts';
import type { Turn } from '../pipeline/turn.ts';
import { stamp } from '../ports/commit.ts';
import { decode, put } from '../ports/documents.ts';
import type { Change } from '../ports/store.ts';
import { type Address, addressId, addressRecord } from '../records/address.ts';
import { aadKeyId, aadKeyRecord } from '../records/key.ts';
import type { Person } from '../records/person.ts';
import type { Loaded } from '../records/record.ts';
import type { Incoming } from './incoming.ts';

/** Whose roster names the person, and as whom. */
export interface Known {
  readonly office: Office;
  readonly personId: string;
}

/**
 * @returns undefined when no roster of the tenant knows the person, or this process does not serve their unit
 * @throws CodedError IDENTITY_TWICE when rosters of several units name them
 */
export async function whoIs(machine: Machine, officeOf: OfficeOf, incoming: Incoming): Promise<Known | undefined> {
  if (incoming.aadObjectId === '') return undefined;
  const keys = await machine.store.findEverywhere(aadKeyId(machine.tenant, incoming.aadObjectId.toLowerCase()));
  if (keys.length > 1) throw new CodedError('IDENTITY_TWICE');
  const [key] = keys;
  const office = key && officeOf(key.doc.unit);
  return office && { office, personId: decode(aadKeyRecord, key).data.personId };
}

/** What a stranger is told: the account by which the roster would know them, which they themselves cannot look up. */
export const notInRoster = ({ aadObjectId }: Incoming): CodedError =>
  new CodedError('NOT_IN_ROSTER', { account: aadObjectId === '' ? '—' : aadObjectId.slice(0, 64) });

/** That the app came or went may be told after what came later: then it is no news. */
const isOlder = ({ asked, timestamp }: Incoming, receivedAt: DateTime, { at }: Address): boolean =>
  (asked.kind === 'installed' || asked.kind === 'removed') && stamp(stampedInstant(timestamp, receivedAt)) < at;

const sameWay = (a: Address, b: Address): boolean =>
  a.conversationId === b.conversationId &&
  a.serviceUrl === b.serviceUrl &&
  a.userId === b.userId &&
  a.isUnmet === b.isUnmet &&
  a.reachable === b.reachable;

/**
 * How a person is reached, from every personal activity. The first time, the welcome is owed with it (once for ever), also to whom a team has
 * made known before; when the person is back after a block, what could not be delivered meanwhile is owed again.
 */
export async function addressChanges(turn: Turn, incoming: Incoming, person: Loaded<Person>): Promise<Change[]> {
  const id = addressId(person.id);
  const known = await turn.get(addressRecord, id);
  const removed = incoming.asked.kind === 'removed';
  const address: Address = {
    owner: person.id,
    conversationId: incoming.conversationId,
    serviceUrl: incoming.serviceUrl,
    userId: incoming.userId,
    botId: incoming.botId,
    teamId: '',
    channelName: '',
    reachable: removed ? 'blocked' : 'yes',
    reason: removed ? 'uninstalled' : '',
    at: stamp(turn.at),
  };
  // An install is written though the way is the same: told of in another process, an app that was taken away before it is older then.
  const isNews = known === undefined ? !removed : incoming.asked.kind === 'installed' || !sameWay(known.data, address);
  if (!isNews) return [];
  if (known !== undefined && isOlder(incoming, turn.at, known.data)) return [];
  return [
    put(addressRecord, { ...turn.scope, id }, known, address),
    ...(known === undefined || known.data.isUnmet === true ? await welcomeTo(turn, person.id) : []),
    ...(known === undefined ? await launchFor(turn, person, turn.at) : []),
    ...(!removed && known?.data.reachable !== 'yes' ? owedAgain(turn, await heldFor(turn, person.id)) : []),
  ];
}
