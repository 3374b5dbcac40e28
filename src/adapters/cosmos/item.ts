import type { JSONObject } from '@azure/cosmos';
import type { Doc, Stored } from '../../ports/store.ts';

/** A document as the container has it, with the engine's own properties beside ours. */
export type Item = Omit<Doc, 'data'> & {
  readonly data?: unknown;
  /** In place of `data`: its JSON, when it has characters that are not sure to come back. */
  readonly text?: string;
  readonly _etag: string;
};

/** As `JSON.stringify` writes them: the null character and halves of surrogate pairs. No encoding of JSON is held to keep these. */
const unsure = /\\u(?:0000|d[89a-f])/;

/** A copy: what the caller does with the document afterwards changes nothing that is sent. */
export function toItem({ data, ...envelope }: Doc): JSONObject {
  const text = JSON.stringify(data);
  const body = text === undefined ? {} : unsure.test(text) ? { text } : { data: JSON.parse(text) };
  return { ...envelope, index: { ...envelope.index }, ...body };
}

export function toStored({ unit, tenant, id, type, v, rev, lane, dueAt, index, data, text, _etag }: Item): Stored {
  const doc: Doc = {
    ...{ unit, tenant, id, type, v, rev },
    ...(lane === undefined ? {} : { lane }),
    ...(dueAt === undefined ? {} : { dueAt }),
    index,
    data: text === undefined ? data : JSON.parse(text),
  };
  return { doc, etag: _etag };
}
