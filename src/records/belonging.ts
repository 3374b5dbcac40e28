import { z } from 'zod';
import type { Attendance } from '../domain/people/presence.ts';
import { type Roles, storedRoles } from '../domain/policy/actor.ts';
import { leadingRoles } from '../domain/policy/gate.ts';
import { day } from './fields.ts';

const schema = z.strictObject({
  departmentId: z.string(),
  status: z.enum(['active', 'onLeave', 'left']),
  statusFrom: day.nullable(),
  statusTo: day.nullable(),
  endDate: day.nullable(),
  /** Of the roles those by which a rule may cover whoever leads. */
  leads: storedRoles,
  /** Asked for no more reminders in the round. */
  isQuiet: z.boolean(),
});
/** What the roster says of a person as far as figures of a round ask: where they are counted, and what is asked of them. */
export type Belonging = z.infer<typeof schema>;
export const belongingSchema = schema;

interface Listed extends Attendance {
  readonly departmentId: string;
  readonly roles: Roles;
  readonly quietRounds: readonly string[];
}

/** The field by whose values candidates are counted. */
export const figured = 'figured';

/** Dates that change nothing are left out, so that people are counted together. */
export function belongingOf(person: Listed, round: string): Belonging {
  const { departmentId, status, statusFrom, statusTo, endDate, roles, quietRounds } = person;
  return {
    departmentId,
    status,
    statusFrom: status === 'active' ? null : statusFrom,
    statusTo: status === 'onLeave' ? statusTo : null,
    endDate,
    leads: leadingRoles(roles),
    isQuiet: quietRounds.includes(round),
  };
}

/** A department is there, and nothing is asked of it but what is asked of every department. */
export const belongingToItself = (departmentId: string): Belonging => ({
  ...{ departmentId, status: 'active', statusFrom: null, statusTo: null, endDate: null, leads: [], isQuiet: false },
});

/** As part of a value of `figured`. */
export const valuesOf = (b: Belonging): BelongingValues => [
  ...([b.departmentId, b.status, b.statusFrom, b.statusTo, b.endDate] as const),
  ...([b.leads, b.isQuiet] as const),
];
export type BelongingValues = readonly [
  ...[departmentId: string, status: Belonging['status'], from: string | null, to: string | null, end: string | null],
  ...[leads: Belonging['leads'], isQuiet: boolean],
];

export function belongingFrom(values: BelongingValues): Belonging {
  const [departmentId, status, statusFrom, statusTo, endDate, leads, isQuiet] = values;
  return { departmentId, status, statusFrom, statusTo, endDate, leads, isQuiet };
}

/** What people are counted by, whatever the round. */
export function figuredOf(person: Listed): string {
  const value: PersonValue = [valuesOf(belongingOf(person, '')), [...person.quietRounds].sort()];
  return JSON.stringify(value);
}
type PersonValue = readonly [BelongingValues, quietRounds: string[]];

/** What a value that people are counted by says of one round. */
export function belongingIn(round: string, value: string): Belonging {
  const [values, quiet] = JSON.parse(value) as PersonValue;
  return { ...belongingFrom(values), isQuiet: quiet.includes(round) };
}
