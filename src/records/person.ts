import { z } from 'zod';
import { storedRoles } from '../domain/policy/actor.ts';
import { isHead, isOfficer } from '../domain/policy/posts.ts';
import { opinesForUnit } from '../domain/policy/review.ts';
import { figured, figuredOf } from './belonging.ts';
import { day } from './fields.ts';
import { defineRecord, indexed, type Where } from './record.ts';
import { sought, soughtOf } from './sought.ts';

const schema = z.strictObject({
  fullName: z.string(),
  title: z.string(),
  departmentId: z.string(),
  roles: storedRoles,
  gender: z.enum(['female', 'male', 'unstated']),
  email: z.string(),
  aadObjectId: z.string(),
  startDate: day.nullable(),
  endDate: day.nullable(),
  employmentType: z.string(),
  /** `onLeave` from `statusFrom` to `statusTo` (open when null); `left` from `statusFrom`. */
  status: z.enum(['active', 'onLeave', 'left']),
  statusFrom: day.nullable(),
  statusTo: day.nullable(),
  /** `youthUnion`, `tradeUnion` … */
  organisations: z.array(z.string()),
  locale: z.enum(['vi', 'en']),
  /** Rounds for which the person asked for no more reminders. */
  quietRounds: z.array(z.string()),
});
export type Person = z.infer<typeof schema>;

export const personRecord = defineRecord<Person>({
  isOften: true,
  type: 'person',
  v: 4,
  schema,
  upcasts: {
    // People are counted by one more field, and then found by two more, and by two more again.
    1: (data) => data,
    2: (data) => data,
    3: (data) => data,
  },
  index: (p) =>
    indexed(
      personBy.department(p.departmentId),
      personBy.officer(isOfficer(p)),
      isHead(p) ? personBy.headOf(p.departmentId) : undefined,
      opinesForUnit(p) ? personBy.opinesForUnit : undefined,
      p.status === 'left' || p.endDate !== null ? personBy.leaving : undefined,
      { field: figured, equals: figuredOf(p) },
      personBy.sought(soughtOf(p)),
    ),
});
export const personBy = {
  department: (departmentId: string): Where => ({ field: 'department', equals: departmentId }),
  /** Whoever holds a role beyond staff, or whoever does not. */
  officer: (is: boolean): Where => ({ field: 'officer', equals: is ? 'yes' : 'no' }),
  headOf: (departmentId: string): Where => ({ field: 'headOf', equals: departmentId }),
  opinesForUnit: { field: 'opines', equals: 'unit' } as Where,
  /** Whoever has left, or has a last day: the day tells. */
  leaving: { field: 'leaving', equals: 'yes' } as Where,
  /** Whom a search has found by this value. */
  sought: (value: string): Where => ({ field: sought, equals: value }),
};
export const personId = (ulid: string): string => `person:${ulid}`;
