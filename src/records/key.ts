import { createHash } from 'node:crypto';
import { z } from 'zod';
import { composed, fold } from '../domain/text/vietnamese.ts';
import { defineRecord } from './record.ts';

/*
 * What people and departments are known by outside of here leads to their ids through a document each, written in the same commit as whatever
 * it names: the store has an id once, so nobody is made twice, and nothing is looked for.
 */

const ofPerson = z.strictObject({ personId: z.string() });
type OfPerson = z.infer<typeof ofPerson>;

/** The identity `tenant + aadObjectId` → person; found across units. */
export const aadKeyRecord = defineRecord<OfPerson>({ isOften: true, type: 'key', v: 1, schema: ofPerson });
export const aadKeyId = (tenant: string, aadObjectId: string): string => `key:aad:${tenant}:${aadObjectId}`;

/** The e-mail, by which Teams names people too (UPN) → person; found across units. It lets nobody in. */
export const upnKeyRecord = defineRecord<OfPerson>({ type: 'upnKey', v: 1, schema: ofPerson });
/** @param email in whatever case and Unicode form */
export const upnKeyId = (tenant: string, email: string): string =>
  `key:upn:${tenant}:${digestOf(composed(composed(email).toLowerCase()))}`;

const ofDepartment = z.strictObject({ departmentId: z.string() });
/** The name of a unit's department → department. */
export const departmentKeyRecord = defineRecord<z.infer<typeof ofDepartment>>({
  type: 'departmentKey',
  v: 1,
  schema: ofDepartment,
});
/** @param name however spaced, in whatever case, without its marks too; "Phòng A - B" typed with a hyphen is "Phòng A – B" */
export const departmentKeyId = (unit: string, name: string): string =>
  `key:department:${unit}:${digestOf(fold(name).replace(/\s*[-\u2010-\u2015]\s*/g, ' - '))}`;

/** No id of a document holds `#` or `/`, as addresses and names do, none is long, and ids stand in logs. */
const digestOf = (text: string): string => createHash('sha256').update(text).digest('hex');

const kept = z.strictObject({});
/** "Everyone and every department that earlier releases wrote has them." */
export const keysKeptRecord = defineRecord<z.infer<typeof kept>>({ type: 'keysKept', v: 1, schema: kept });
export const keysKeptId = 'keysKept';
