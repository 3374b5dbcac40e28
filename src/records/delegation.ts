import { z } from 'zod';
import { assignedPosts } from '../domain/policy/acting.ts';
import { act, day } from './fields.ts';
import { defineRecord } from './record.ts';

const assignment = z.strictObject({
  /** Drawn when its form was opened: the same form confirmed twice is one assignment. */
  id: z.string(),
  post: z.enum(assignedPosts),
  /** Of a head; empty for posts of the unit. */
  departmentId: z.string(),
  /** In whose place; empty where nobody holds the post. */
  of: z.string(),
  to: z.string(),
  from: day,
  /** Last day; null = until it is ended. */
  until: day.nullable(),
  /** Of the decision, where there is one. */
  number: z.string(),
  issuedOn: day.nullable(),
  recorded: act,
});
export type RecordedAssignment = z.infer<typeof assignment>;

const schema = z.strictObject({ assignments: z.array(assignment) });
export type Delegations = z.infer<typeof schema>;

/**
 * Who acts in whose post by assignment, now and to come: one document of the unit, so that a turn reads it with whatever else it foresees, and of
 * two that are recorded in the same moment the second sees the first. What is over, or was ended, is told by the audit alone.
 */
export const delegationsRecord = defineRecord<Delegations>({ isOften: true, type: 'delegations', v: 1, schema });
export const delegationsId = 'delegations';
