import { z } from 'zod';
import { defineRecord } from './record.ts';

const schema = z.strictObject({
  name: z.string(),
  /** Protocol order in lists, from 1. */
  order: z.int(),
  /** The office that takes dossiers in (Phòng Hành chính – Nghiệp vụ). */
  isOffice: z.boolean(),
  /** A professional department, which may be commended as a collective, and not the leadership; of the office the plan says (`writesCollective`). */
  isCollective: z.boolean(),
});
export type Department = z.infer<typeof schema>;
export const departmentRecord = defineRecord<Department>({ isOften: true, type: 'department', v: 1, schema });
export const departmentId = (ulid: string): string => `department:${ulid}`;
