import type { DateTime } from 'luxon';
import { owe } from '../../delivery/owe/owe.ts';
import { campaignOf } from '../../model/round/round.ts';
import type { Turn } from '../../pipeline/turn.ts';
import { stamp } from '../../ports/commit.ts';
import type { Change } from '../../ports/store.ts';
import { deliveryId, deliveryRecord } from '../../records/message.ts';
import type { Person } from '../../records/person.ts';
import type { Loaded } from '../../records/record.ts';
import { launchOwing } from './launch-spread.ts';

/**
 * The launch for someone whom its spread has not told: who joined after it had passed, or before it comes. To be committed with the
 * person's first address. Empty when nothing was launched, or the message is owed already.
 */
export async function launchFor(turn: Turn, person: Loaded<Person>, now: DateTime): Promise<Change[]> {
  const campaign = await campaignOf(turn);
  if (campaign === undefined) return [];
  const owing = launchOwing(campaign, person.id, stamp(now));
  const id = deliveryId(owing.subject, owing.rev, owing.kind, owing.to);
  if ((await turn.get(deliveryRecord, id)) !== undefined) return [];
  return [owe(turn.scope, now, { ...owing, department: person.data.departmentId })];
}
