import type { Person } from '../../records/person.ts';
import type { RosterRow } from './read/read-row.ts';

/** Somebody new, as a row of a roster has them. */
export function personMade({ department: _name, ...made }: RosterRow, departmentId: string): Person {
  return { ...made, departmentId, locale: 'vi', quietRounds: [] };
}
