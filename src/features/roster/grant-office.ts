import { isOffice, withOffice } from '../../domain/policy/posts.ts';
import type { Turn } from '../../pipeline/turn.ts';
import { replace } from '../../ports/documents.ts';
import { aadKeyId, aadKeyRecord } from '../../records/key.ts';
import { personRecord } from '../../records/person.ts';

/** What the trail calls it. */
export const granted = 'roster.grantOffice';

/**
 * The first people of the office, named by the configuration so that someone can begin. The role is recorded with the person, until the
 * configuration no longer names them (`takeOffice`).
 * @returns the ids that the roster does not know
 */
export async function grantOffice(turn: Turn, aadObjectIds: readonly string[]): Promise<string[]> {
  const unknown: string[] = [];
  for (const aadObjectId of aadObjectIds) if (!(await isGranted(turn, aadObjectId))) unknown.push(aadObjectId);
  return unknown;
}

async function isGranted(turn: Turn, aadObjectId: string): Promise<boolean> {
  const key = await turn.get(aadKeyRecord, aadKeyId(turn.scope.tenant, aadObjectId.toLowerCase()));
  const person = key && (await turn.get(personRecord, key.data.personId));
  if (person === undefined) return false;
  if (isOffice(person.data)) return true;
  turn.commit({
    command: granted,
    subject: person.id,
    changes: [replace(personRecord, person, { ...person.data, roles: withOffice(person.data.roles) })],
  });
  return true;
}
