import { randomUUID } from 'node:crypto';
import { type Change, type Doc, StoreError } from '../../ports/store.ts';
import { type Row, toRow } from './row.ts';
import type { Statements } from './statements.ts';

/** A change as the engine takes it: a copy made when it was asked for, since it may wait. */
export type Write =
  | { readonly op: 'create'; readonly row: Row }
  | { readonly op: 'replace'; readonly row: Row; readonly expected: string }
  | { readonly op: 'delete'; readonly unit: string; readonly id: string; readonly expected: string };

type Head = Pick<Row, 'etag' | 'type' | 'fields'>;

export function toWrite(unit: string, change: Change): Write {
  if (change.op === 'delete') return { op: 'delete', unit, id: change.id, expected: change.etag };
  const row = toRow(change.doc, randomUUID());
  return change.op === 'create' ? { op: 'create', row } : { op: 'replace', row, expected: change.etag };
}

/**
 * Runs the writes of one commit, in a transaction that the caller has begun. All is looked at before anything is written, so that a refusal
 * leaves nothing to undo: others may share the transaction.
 * @returns the new etag of each created or replaced id
 * @throws StoreError Duplicate, Conflict, with nothing written
 */
export function writeAll(sql: Statements, writes: readonly Write[]): ReadonlyMap<string, string> {
  const heads = writes.map((write) => expectedHead(sql, write));
  const etags = new Map<string, string>();
  for (const [n, write] of writes.entries()) {
    const old = heads[n];
    if (write.op === 'delete') remove(sql, write, old);
    else {
      if (old === undefined) create(sql, write.row);
      else replace(sql, write.row, old);
      etags.set(write.row.id, write.row.etag);
    }
  }
  return etags;
}

/** @returns what is to be replaced or deleted; undefined for what is to be created. @throws StoreError Duplicate, Conflict */
function expectedHead(sql: Statements, write: Write): Head | undefined {
  const { unit, id } = write.op === 'delete' ? write : write.row;
  const found = sql.head.get(id, unit) as Head | undefined;
  if (write.op === 'create' && found !== undefined) throw new StoreError('Duplicate', id);
  if (write.op !== 'create' && found?.etag !== write.expected) throw new StoreError('Conflict', id);
  return found;
}

function create(sql: Statements, row: Row): void {
  sql.insert.run(row.unit, row.id, ...columns(row));
  addFields(sql, row);
}

function replace(sql: Statements, row: Row, old: Head): void {
  sql.update.run(...columns(row), row.id, row.unit);
  if (old.type === row.type && old.fields === row.fields) return;
  removeFields(sql, row, old);
  addFields(sql, row);
}

function remove(sql: Statements, at: Pick<Row, 'unit' | 'id'>, old: Head | undefined): void {
  if (old !== undefined) removeFields(sql, at, old);
  sql.remove.run(at.id, at.unit);
}

/** What a create and a replace write alike, in the order of the columns. */
const columns = ({
  type,
  tenant,
  v,
  rev,
  etag,
  lane,
  due_at,
  fields,
  data,
}: Row): readonly (string | number | null)[] => [type, tenant, v, rev, etag, lane, due_at, fields, data];

const fieldsOf = (head: Pick<Row, 'fields'>): [field: string, value: string][] =>
  Object.entries(JSON.parse(head.fields) as Doc['index']);

function addFields(sql: Statements, row: Row): void {
  for (const [field, value] of fieldsOf(row)) sql.addField.run(row.unit, row.type, field, value, row.id);
}

function removeFields(sql: Statements, { unit, id }: Pick<Row, 'unit' | 'id'>, old: Head): void {
  for (const [field, value] of fieldsOf(old)) sql.removeField.run(unit, old.type, field, value, id);
}
