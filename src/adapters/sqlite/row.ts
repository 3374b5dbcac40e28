import type { Doc, Stored } from '../../ports/store.ts';

/** A row of `documents` as the engine gives it. */
export interface Row {
  readonly unit: string;
  readonly id: string;
  readonly type: string;
  readonly tenant: string;
  readonly v: number;
  readonly rev: number;
  readonly etag: string;
  readonly lane: string | null;
  readonly due_at: string | null;
  readonly fields: string;
  readonly data: string | null;
}

export function toStored(row: Row): Stored {
  const doc: Doc = {
    unit: row.unit,
    tenant: row.tenant,
    id: row.id,
    type: row.type,
    v: row.v,
    rev: row.rev,
    ...(row.lane === null ? {} : { lane: row.lane }),
    ...(row.due_at === null ? {} : { dueAt: row.due_at }),
    index: JSON.parse(row.fields),
    data: row.data === null ? undefined : JSON.parse(row.data),
  };
  return { doc, etag: row.etag };
}

export function toRow(doc: Doc, etag: string): Row {
  return {
    unit: doc.unit,
    id: doc.id,
    type: doc.type,
    tenant: doc.tenant,
    v: doc.v,
    rev: doc.rev,
    etag,
    lane: doc.lane ?? null,
    due_at: doc.dueAt ?? null,
    fields: JSON.stringify(doc.index),
    data: JSON.stringify(doc.data) ?? null,
  };
}
