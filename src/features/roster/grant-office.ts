import { lookAgain } from '../../pipeline/retry.ts';
import type { Clock } from '../../ports/clock.ts';
import { commit } from '../../ports/commit.ts';
import { decode, load, replace } from '../../ports/documents.ts';
import type { Store } from '../../ports/store.ts';
import { aadKeyId, aadKeyRecord, personRecord } from '../../records/person.ts';
import type { Scope } from '../../records/record.ts';

interface Grant {
  readonly store: Store;
  readonly scope: Scope;
  readonly clock: Clock;
}

/**
 * The first people of the office, named by the configuration so that someone can begin. The role is recorded with the person and
 * stays when the configuration no longer names them.
 * @returns the ids that the roster does not know
 */
export async function grantOffice(grant: Grant, aadObjectIds: readonly string[]): Promise<string[]> {
  const unknown: string[] = [];
  for (const aadObjectId of aadObjectIds) {
    // Another process that starts at the same time grants it too.
    if (!(await lookAgain(() => isGranted(grant, aadObjectId)))) unknown.push(aadObjectId);
  }
  return unknown;
}

async function isGranted({ store, scope, clock }: Grant, aadObjectId: string): Promise<boolean> {
  const key = await store.get(scope.unit, aadKeyId(scope.tenant, aadObjectId.toLowerCase()));
  const person = key && (await load(store, scope.unit, personRecord, decode(aadKeyRecord, key).data.personId));
  if (person === undefined) return false;
  if (person.data.roles.includes('office')) return true;
  await commit({
    store,
    scope,
    at: clock.now(),
    actor: 'system',
    command: 'roster.grantOffice',
    subject: person.id,
    changes: [replace(personRecord, person, { ...person.data, roles: [...person.data.roles, 'office'] })],
  });
  return true;
}
