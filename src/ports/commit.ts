import type { DateTime } from 'luxon';
import { auditId, auditRecord } from '../records/audit.ts';
import type { Scope } from '../records/record.ts';
import { create } from './documents.ts';
import { nextId } from './ids.ts';
import { type Change, type Store, StoreError } from './store.ts';

/** A UTC instant in the form that records keep. */
export function stamp(at: DateTime): string {
  return at.toJSDate().toISOString();
}

export interface AuditEvent {
  readonly at: DateTime;
  /** A person's id, or `system`. */
  readonly actor: string;
  readonly command: string;
  readonly subject: string;
  readonly facts?: Readonly<Record<string, string>>;
}

/** Who did what, to be written with what they did: ids are in the order of doing, by which a record's history is told. */
export function auditOf(scope: Scope, { at, facts = {}, ...event }: AuditEvent): { id: string; change: Change } {
  const id = auditId(nextId(at.toMillis()));
  return { id, change: create(auditRecord, scope, id, { at: stamp(at), ...event, facts: { ...facts } }) };
}

export interface Writing {
  readonly unit: string;
  readonly changes: readonly Change[];
  /** Id of the audit event among the changes; empty when there is none. */
  readonly audit: string;
}

/**
 * Writes all in one transaction. When the store cannot say whether it committed, the audit event tells; it is tried once more only if that
 * is absent.
 * @returns the new etags; none when only the audit event told of them
 * @throws StoreError Conflict or Duplicate when another command came first; Unavailable when nothing was written, or without an audit
 * event perhaps everything
 */
export async function writeOnce(store: Store, { unit, changes, audit }: Writing): Promise<ReadonlyMap<string, string>> {
  try {
    return await store.commit(unit, changes);
  } catch (error) {
    if (audit === '' || !(error instanceof StoreError) || error.code !== 'Unavailable') throw error;
    return (await isWritten(store, unit, audit)) ? new Map() : again(store, { unit, changes, audit });
  }
}

/** The first try may still land late: then the second is refused, and the audit event says it is done. */
async function again(store: Store, { unit, changes, audit }: Writing): Promise<ReadonlyMap<string, string>> {
  try {
    return await store.commit(unit, changes);
  } catch (error) {
    if (!(await isWritten(store, unit, audit))) throw error;
    return new Map();
  }
}

const isWritten = async (store: Store, unit: string, audit: string): Promise<boolean> =>
  (await store.get(unit, audit)) !== undefined;
