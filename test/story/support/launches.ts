import assert from 'node:assert/strict';
import type { PersonClient } from '../../../sandbox/client.ts';
import type { SeenMessage } from '../../../sandbox/seen.ts';
import { list } from '../../../src/ports/documents.ts';
import type { Store } from '../../../src/ports/store.ts';
import { type Delivery, deliveryRecord } from '../../../src/records/message.ts';
import { personRecord } from '../../../src/records/person.ts';

export const unit = 'khanh-hoa-dvvl';
/** The verb that launches, and the kind of its messages. */
export const launch = 'announce.launch';
/** The summary of the card that everyone gets. */
export const launched = 'Phát động phong trào thi đua đặc biệt';

/** The launch's deliveries by whom they are owed to: a person's key, or the channel. */
export async function launchesIn(store: Store): Promise<ReadonlyMap<string, Delivery>> {
  const people = new Map((await list(store, { unit, type: personRecord })).map(({ id, data }) => [id, data.email]));
  const all = (await list(store, { unit, type: deliveryRecord })).filter(({ data }) => data.kind === launch);
  const byKey = new Map(all.map(({ data }) => [people.get(data.to)?.split('@')[0] ?? data.to, data]));
  assert.equal(byKey.size, all.length, 'each is owed it once');
  return byKey;
}

/** The preview whose button launches, as the office comes to it. */
export async function launchPreview(office: PersonClient): Promise<SeenMessage> {
  const [prepare] = await office.say('phát động');
  assert.ok(prepare);
  return (await office.click(prepare, launch)).message;
}
