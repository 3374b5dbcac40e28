import type { DateTime } from 'luxon';
import { ulid } from 'ulid';
import { auditId, auditRecord } from '../records/audit.ts';
import type { Scope } from '../records/record.ts';
import { create } from './documents.ts';
import { type Change, type Store, StoreError } from './store.ts';

export interface Commit {
  readonly store: Store;
  readonly scope: Scope;
  readonly at: DateTime;
  /** A person's id, or `system`. */
  readonly actor: string;
  readonly command: string;
  readonly subject: string;
  readonly facts?: Readonly<Record<string, string>>;
  readonly changes: readonly Change[];
}

/** A UTC instant in the form that records keep. */
export function stamp(at: DateTime): string {
  return at.toUTC().toISO({ suppressMilliseconds: false }) as string;
}

/**
 * Writes a command's changes, its audit event and the messages it owes in one transaction.
 * When the store cannot say whether it committed, the audit event tells; the commit is tried once more only if it is absent.
 * @throws StoreError Conflict or Duplicate when another command came first; Unavailable when nothing was written
 */
export async function commit(request: Commit): Promise<void> {
  const { store, scope, at } = request;
  const id = auditId(ulid(at.toMillis()));
  const event = {
    at: stamp(at),
    actor: request.actor,
    command: request.command,
    subject: request.subject,
    facts: { ...request.facts },
  };
  const changes = [...request.changes, create(auditRecord, scope, id, event)];
  try {
    await store.commit(scope.unit, changes);
  } catch (error) {
    if (!(error instanceof StoreError) || error.code !== 'Unavailable') throw error;
    if ((await store.get(scope.unit, id)) !== undefined) return;
    await retry(store, { unit: scope.unit, changes, auditId: id });
  }
}

/** The first try may still land late: then the second is refused, and the audit event says it is done. */
async function retry(
  store: Store,
  again: { unit: string; changes: readonly Change[]; auditId: string },
): Promise<void> {
  try {
    await store.commit(again.unit, again.changes);
  } catch (error) {
    if ((await store.get(again.unit, again.auditId)) === undefined) throw error;
  }
}
