import { isOffice, withoutOffice } from '../../domain/policy/posts.ts';
import { isHere } from '../../model/people/people.ts';
import type { Turn } from '../../pipeline/turn.ts';
import { replace } from '../../ports/documents.ts';
import { auditOfSubject, auditRecord } from '../../records/audit.ts';
import { type Person, personBy, personRecord } from '../../records/person.ts';
import type { Loaded } from '../../records/record.ts';
import { granted } from './grant-office.ts';

const taken = 'roster.takeOffice';

/**
 * Takes the office's role from whomever the configuration gave it and no longer names. Who has it from the roster keeps it; and so does everyone
 * as long as nobody else would act for the office, who is then missed by all.
 * @returns the ids of those who keep it for that reason
 */
export async function takeOffice(turn: Turn, aadObjectIds: readonly string[]): Promise<string[]> {
  const named = new Set(aadObjectIds.map((id) => id.toLowerCase()));
  const office = (await turn.list(personRecord, personBy.officer(true))).filter(({ data }) => isOffice(data));
  const unnamed: Loaded<Person>[] = [];
  for (const person of office)
    if (!named.has(person.data.aadObjectId) && (await isByConfiguration(turn, person.id))) unnamed.push(person);
  const isStaffed = office.some((person) => isHere(turn, person.data) && !unnamed.includes(person));
  if (!isStaffed) return unnamed.map(({ id }) => id);
  for (const person of unnamed)
    turn.commit({
      command: taken,
      subject: person.id,
      changes: [replace(personRecord, person, { ...person.data, roles: withoutOffice(person.data.roles) })],
    });
  return [];
}

/** The trail tells who gave it: a roster's roles come with the person. */
async function isByConfiguration(turn: Turn, personId: string): Promise<boolean> {
  const events = (await turn.list(auditRecord, auditOfSubject(personId)))
    .map(({ data }) => data)
    .filter(({ command }) => command === granted || command === taken)
    .toSorted((a, b) => (a.at < b.at ? -1 : 1));
  return events.at(-1)?.command === granted;
}
