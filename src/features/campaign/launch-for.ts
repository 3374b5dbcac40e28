import type { DateTime } from 'luxon';
import { owe } from '../../delivery/owe/owe.ts';
import { campaignOf } from '../../model/round/round.ts';
import type { Deps } from '../../pipeline/context.ts';
import { stamp } from '../../ports/commit.ts';
import { load } from '../../ports/documents.ts';
import type { Change } from '../../ports/store.ts';
import { deliveryId, deliveryRecord } from '../../records/message.ts';
import type { Person } from '../../records/person.ts';
import type { Loaded } from '../../records/record.ts';
import { launchOwing } from './launch-spread.ts';

/**
 * The launch for someone whom its spread has not told: who joined after it had passed, or before it comes. To be committed with the
 * person's first address. Empty when nothing was launched, or the message is owed already.
 */
export async function launchFor(deps: Deps, person: Loaded<Person>, now: DateTime): Promise<Change[]> {
  const campaign = await campaignOf(deps);
  if (campaign === undefined) return [];
  const { unit } = deps.scope;
  const owing = launchOwing(campaign, person.id, stamp(now));
  const id = deliveryId(owing.subject, owing.rev, owing.kind, owing.to);
  if ((await load(deps.store, unit, deliveryRecord, id)) !== undefined) return [];
  return [owe(deps.scope, now, { ...owing, department: person.data.departmentId })];
}
