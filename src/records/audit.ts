import { z } from 'zod';
import { instant } from './fields.ts';
import { defineRecord, indexed, type Where } from './record.ts';

const schema = z.strictObject({
  at: instant,
  /** A person's id, or `system`. */
  actor: z.string(),
  command: z.string(),
  /** The record it was about. Ids only, never names: erasing a person leaves the trail whole. */
  subject: z.string(),
  facts: z.record(z.string(), z.string()),
});
export type AuditEvent = z.infer<typeof schema>;
export const auditRecord = defineRecord<AuditEvent>({
  type: 'audit',
  v: 1,
  schema,
  index: (a) => indexed(auditOfSubject(a.subject)),
});
export const auditId = (commitId: string): string => `audit:${commitId}`;
/** Everything that was done to one record, in order. */
export const auditOfSubject = (subject: string): Where => ({ field: 'subject', equals: subject });
