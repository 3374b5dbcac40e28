import { owe } from '../../delivery/owe/owe.ts';
import type { Turn } from '../../pipeline/turn.ts';
import type { Change } from '../../ports/store.ts';
import { addressId } from '../../records/address.ts';
import { deliveryId, deliveryRecord } from '../../records/message.ts';
import { startWelcome } from './refs.ts';

/** The welcome of one person, once for ever: to be committed with their first address, or with their first word. Empty when it is owed already. */
export async function welcomeTo(turn: Turn, to: string): Promise<Change[]> {
  const subject = addressId(to);
  const known = await turn.get(deliveryRecord, deliveryId(subject, 1, 'welcome', to));
  if (known !== undefined) return [];
  const show = startWelcome.ref({});
  return [owe(turn.scope, turn.at, { to, kind: 'welcome', show, subject, rev: 1, urgent: true, onUnknown: 'leave' })];
}
