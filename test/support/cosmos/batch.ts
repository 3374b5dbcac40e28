import { randomUUID } from 'node:crypto';
import type Collection from '@vercel/cosmosdb-server/lib/account/collection.js';
import type { Row } from './query-engine.ts';

export interface Operation {
  readonly operationType: string;
  readonly id?: string;
  readonly ifMatch?: string;
  readonly resourceBody?: Readonly<Record<string, unknown>> & { readonly id: string };
}
export interface Result {
  readonly statusCode: number;
  readonly eTag?: string;
  readonly requestCharge: number;
  readonly retryAfterMilliseconds?: number;
}
type Documents = InstanceType<typeof Collection.default>['documents'];

export const documentIn = (documents: Documents, unit: string, id: string): (Row & { _etag: string }) | undefined =>
  documents._item('/id', id, unit).read() as (Row & { _etag: string }) | undefined;

const idOf = (operation: Operation): string => operation.resourceBody?.id ?? operation.id ?? '';

/** What the operation would be answered, were it alone. */
function statusOf(documents: Documents, unit: string, operation: Operation): number {
  const before = documentIn(documents, unit, idOf(operation));
  if (operation.resourceBody !== undefined && operation.resourceBody.unit !== unit) return 400;
  if (operation.operationType === 'Create') return before === undefined ? 201 : 409;
  if (before === undefined) return 404;
  if (operation.ifMatch !== undefined && operation.ifMatch !== before._etag) return 412;
  return operation.operationType === 'Delete' ? 204 : 200;
}

function apply(documents: Documents, unit: string, operation: Operation): string | undefined {
  const { operationType, resourceBody } = operation;
  if (operationType === 'Delete') {
    documents.delete(idOf(operation), unit);
    return undefined;
  }
  if (resourceBody === undefined) throw new Error(`${operationType} without a document`);
  const before = documentIn(documents, unit, idOf(operation));
  const written = before === undefined ? documents.create(resourceBody) : documents.replace(resourceBody, before);
  // As the service's, between quotation marks.
  const etag = `"${randomUUID()}"`;
  Object.assign(written, { _etag: etag });
  return etag;
}

/** All or nothing, in one turn of the event loop: the package applies what comes before the refusal and leaves it. */
export function runBatch(
  documents: Documents,
  unit: string,
  operations: readonly Operation[],
  costOf: (operation: Operation, before: Row | undefined) => number,
): readonly Result[] {
  const statuses = operations.map((operation) => statusOf(documents, unit, operation));
  const refused = statuses.findIndex((status) => status >= 400);
  if (refused !== -1)
    return statuses.map((status, n) => ({ statusCode: n === refused ? status : 424, requestCharge: 0 }));
  return operations.map((operation, n) => {
    const requestCharge = costOf(operation, documentIn(documents, unit, idOf(operation)));
    const eTag = apply(documents, unit, operation);
    return { statusCode: statuses[n] ?? 200, requestCharge, ...(eTag === undefined ? {} : { eTag }) };
  });
}
