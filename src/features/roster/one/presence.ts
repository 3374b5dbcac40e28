import type { Person } from '../../../records/person.ts';

/** A last day is recorded, whether or not it has come. */
export const leaves = ({ status, endDate }: Person): boolean => status === 'left' || endDate !== null;

/** The person as if nothing were known of their leaving; a leave that they are on goes on. */
export const unplanned = (person: Person): Person => ({
  ...person,
  ...(person.status === 'left' && { status: 'active' as const, statusFrom: null, statusTo: null }),
  endDate: null,
});
