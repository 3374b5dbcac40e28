import { presenceOn } from '../../domain/people/presence.ts';
import { isOfficer } from '../../domain/policy/posts.ts';
import type { Audience } from '../../records/message.ts';
import type { Person } from '../../records/person.ts';
import { personBy } from '../../records/person.ts';

/** What the index narrows an audience down to. */
export function whereOf(audience: Audience): { field: string; equals: string } | undefined {
  if (audience.kind === 'department') return personBy.department(audience.departmentId);
  return audience.kind === 'officers' ? personBy.officer(true) : undefined;
}

/** @param today `yyyy-MM-dd`; who has left by then is reached by nothing */
export function reaches(audience: Audience, person: Person, today: string): boolean {
  if (presenceOn(person, today) === 'left') return false;
  switch (audience.kind) {
    case 'everyone':
      return true;
    case 'department':
      return person.departmentId === audience.departmentId;
    case 'organisation':
      return person.organisations.includes(audience.organisation);
    case 'officers':
      return isOfficer(person);
  }
}
