import { z } from 'zod';
import { day } from './fields.ts';
import { defineRecord } from './record.ts';

const schema = z.strictObject({
  name: z.string(),
  /** Protocol order in lists, from 1. */
  order: z.int(),
  /** The office that takes dossiers in (Phòng Hành chính – Nghiệp vụ). */
  isOffice: z.boolean(),
  /** A professional department, which may be commended as a collective, and not the leadership; of the office the plan says (`writesCollective`). */
  isCollective: z.boolean(),
  /** Since when nobody belongs to it any more: nothing is asked of it. Null while it works. */
  closedOn: day.nullable(),
});
export type Department = z.infer<typeof schema>;
export const departmentRecord = defineRecord<Department>({
  isOften: true,
  type: 'department',
  v: 2,
  schema,
  // Departments are closed since then.
  upcasts: { 1: (data) => ({ ...(data as object), closedOn: null }) },
});
export const departmentId = (ulid: string): string => `department:${ulid}`;
