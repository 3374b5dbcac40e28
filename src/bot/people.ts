import type { DateTime } from 'luxon';
import { owe } from '../delivery/owe/owe.ts';
import { CodedError } from '../domain/errors.ts';
import { presenceOn } from '../domain/people/presence.ts';
import { launchFor } from '../features/campaign/launch-for.ts';
import type { Deps } from '../pipeline/context.ts';
import { lookAgain } from '../pipeline/retry.ts';
import { stamp } from '../ports/commit.ts';
import { decode, list, load, put, replace } from '../ports/documents.ts';
import { type Change, StoreError } from '../ports/store.ts';
import { type Address, addressId, addressRecord } from '../records/address.ts';
import { deliveryRecord, repeatedId, timesSent } from '../records/message.ts';
import { aadKeyId, aadKeyRecord, type Person, personRecord } from '../records/person.ts';
import type { Loaded } from '../records/record.ts';
import type { Incoming } from './incoming.ts';

/**
 * @returns the person of this unit behind the activity, undefined when the roster does not know them or they left
 * @throws CodedError IDENTITY_TWICE when rosters of several units name them
 */
export async function whoIs(deps: Deps, incoming: Incoming, now: DateTime): Promise<Loaded<Person> | undefined> {
  if (incoming.aadObjectId === '') return undefined;
  const keys = await deps.store.findEverywhere(aadKeyId(deps.scope.tenant, incoming.aadObjectId.toLowerCase()));
  const key = keys[0];
  if (keys.length > 1) throw new CodedError('IDENTITY_TWICE');
  if (key === undefined || key.doc.unit !== deps.scope.unit) return undefined;
  const person = await load(deps.store, deps.scope.unit, personRecord, decode(aadKeyRecord, key).data.personId);
  const isHere = person !== undefined && presenceOn(person.data, now.toFormat('yyyy-MM-dd')) !== 'left';
  return isHere ? person : undefined;
}

const sameWay = (a: Address, b: Address): boolean =>
  a.conversationId === b.conversationId &&
  a.serviceUrl === b.serviceUrl &&
  a.userId === b.userId &&
  a.reachable === b.reachable;

/**
 * Keeps how a person is reached, from every personal activity. The first time, the welcome is owed with it (once for ever);
 * when the person is back after a block, what could not be delivered meanwhile is owed again.
 */
export async function rememberAddress(
  deps: Deps,
  incoming: Incoming,
  person: Loaded<Person>,
  now: DateTime,
): Promise<void> {
  try {
    // Outrun by the sender, which writes addresses and deliveries too: what is stored now is looked at again.
    await lookAgain(() => remember(deps, incoming, person, now));
  } catch (error) {
    if (!(error instanceof StoreError) || (error.code !== 'Conflict' && error.code !== 'Duplicate')) throw error;
    // Outrun twice: the next activity of this person does it.
    deps.log.warn({ err: error, person: person.id }, 'an address was not kept');
  }
}

async function remember(deps: Deps, incoming: Incoming, person: Loaded<Person>, now: DateTime): Promise<void> {
  const id = addressId(person.id);
  const known = await load(deps.store, person.unit, addressRecord, id);
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
    at: stamp(now),
  };
  if (known === undefined ? removed : sameWay(known.data, address)) return;
  const changes: Change[] = [put(addressRecord, { ...deps.scope, id }, known, address)];
  if (known === undefined) {
    changes.push(
      owe(deps.scope, now, {
        to: person.id,
        kind: 'welcome',
        show: { page: 'start.welcome', params: {} },
        subject: id,
        rev: 1,
        urgent: true,
        onUnknown: 'leave',
      }),
      ...(await launchFor(deps, person, now)),
    );
  }
  if (!removed && known?.data.reachable !== 'yes') changes.push(...(await pendingAgain(deps, person, now)));
  await deps.store.commit(person.unit, changes);
  deps.wake();
}

async function pendingAgain(deps: Deps, person: Loaded<Person>, now: DateTime): Promise<Change[]> {
  const owed = await list(deps.store, {
    unit: person.unit,
    type: deliveryRecord,
    where: { field: 'to', equals: person.id },
  });
  // Of one that was sent again meanwhile, nobody needs a second copy.
  const newest = new Map(owed.sort((a, b) => timesSent(a) - timesSent(b)).map((d) => [repeatedId(d), d.id]));
  return owed
    .filter((d) => d.data.state === 'unreachable' && (d.data.expiresAt === null || d.data.expiresAt > stamp(now)))
    .filter((d) => newest.get(repeatedId(d)) === d.id)
    .slice(0, 90)
    .map((d) => replace(deliveryRecord, d, { ...d.data, state: 'pending', dueAt: stamp(now), reason: '' }));
}
