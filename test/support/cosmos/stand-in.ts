import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { documentIn, type Operation, type Result, runBatch } from './batch.ts';
import { missCost, queryCost, readCost, writeCost } from './costs.ts';
import { createFaults, type Fault, type Kind } from './faults.ts';
import { Account, routeOf } from './package.ts';
import { type QueryBody, type Row, runQuery } from './query-engine.ts';

const mostBytes = 2 * 1024 * 1024;
const documentPath = /^\/dbs\/([^/]+)\/colls\/([^/]+)\/docs(?:\/([^/]+))?\/?$/;
const retryAfterMs = 5;
/** A page may end early, for its size or its time. */
const mostInPage = 100;

interface Answer {
  readonly status: number;
  readonly body: unknown;
  readonly charge?: number;
  readonly headers?: Readonly<Record<string, string>>;
}

/**
 * Cosmos DB on this machine: @vercel/cosmosdb-server keeps the documents and understands the queries, and what it lacks stands here, by the
 * service's documentation: a batch is all or nothing and at most 2 MB, a query with a partition key sees that partition, strings are ordered by
 * their bytes, an absent document is 404, charges follow `costs.ts`. Faults can be ordered. It proves the adapter against our reading of
 * the documentation, and not against the service.
 */
export async function startCosmosStandIn() {
  const faults = createFaults();
  const asked: Record<Kind, number> = { read: 0, query: 0, batch: 0 };
  const charges: Charge[] = [];
  const server = createServer((request, response) => {
    serve(request, response).catch((error: unknown) => {
      send(response, { status: 500, body: { message: String(error) } });
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const account = new Account('127.0.0.1', port);
  const consistency = (account.read() as unknown as Row).userConsistencyPolicy as { defaultConsistencyLevel: string };
  consistency.defaultConsistencyLevel = 'Strong';

  function collectionOf(db: string, id: string) {
    const collection = account.database(db).collection(id);
    return collection.read() === undefined ? undefined : collection;
  }

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const [, db = '', collectionId = '', id] = documentPath.exec(request.url ?? '') ?? [];
    const kind = kindOf(request, id);
    if (kind === undefined) return passOn(request, response);
    asked[kind] += 1;
    const fault = faults.next(kind);
    if (fault === 'cutBefore') return void response.destroy();
    const refusal = refusedBy(fault);
    const body = await buffer(request);
    const answer = refusal ?? answerTo(kind, { db, collectionId, id, request, body, fault });
    const partition = partitionOf(request);
    charges.push({ kind, what: whatOf(kind, id, body), partition, requestUnits: answer.charge ?? 0 });
    if (fault === 'cutAfter') return void response.destroy();
    send(response, answer);
  }

  function answerTo(kind: Kind, { db, collectionId, id = '', request, body, fault }: Asked): Answer {
    const collection = collectionOf(db, collectionId);
    if (collection === undefined)
      return { status: 404, body: { message: 'no collection' }, headers: { 'x-ms-substatus': '1003' } };
    const unit = partitionOf(request);
    const { documents } = collection;
    if (kind === 'read') {
      const found = documentIn(documents, unit ?? '', decodeURIComponent(id));
      return found === undefined
        ? { status: 404, body: { message: 'not found' }, charge: missCost }
        : { status: 200, body: found, charge: readCost(found), headers: { etag: found._etag } };
    }
    if (kind === 'batch')
      return batch(JSON.parse(body.toString()) as Operation[], body.byteLength, documents, unit ?? '', fault);
    const rows = [...documents._data.values()]
      .map((each) => each.read() as Row)
      .filter((row) => unit === undefined || row.unit === unit);
    return query(
      rows,
      JSON.parse(body.toString()) as QueryBody,
      request,
      (collection.read() as unknown as Row).indexingPolicy,
    );
  }

  /** Databases, containers, the account itself: the package's own. */
  async function passOn(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const route = routeOf(request);
    if (route === undefined) return send(response, { status: 400, body: { message: 'no route' } });
    const [params, handler] = route as [unknown, (...given: unknown[]) => Promise<unknown>];
    const body = await handler(account, request, response, params);
    send(response, { status: response.statusCode, body });
  }

  return {
    endpoint: `http://127.0.0.1:${port}/`,
    /** Requests that came, faults included. */
    asked,
    /** What each request was charged, in the order they were answered. */
    charges,
    faults,
    set consistency(level: string) {
      consistency.defaultConsistencyLevel = level;
    },
    async stop(): Promise<void> {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
export type CosmosStandIn = Awaited<ReturnType<typeof startCosmosStandIn>>;

export interface Charge {
  readonly kind: Kind;
  /** The text of a query, the id that was read, or the operations of a batch by type. */
  readonly what: string;
  /** That it was sent to by its header; a query without one goes over all of them. */
  readonly partition: string | undefined;
  readonly requestUnits: number;
}

function whatOf(kind: Kind, id = '', body: Buffer): string {
  if (kind === 'read') return decodeURIComponent(id);
  const asked: unknown = JSON.parse(body.toString());
  return kind === 'query' ? (asked as QueryBody).query : (asked as Operation[]).map(nameOf).join(' ');
}
const nameOf = ({ operationType, id, resourceBody }: Operation): string =>
  `${operationType}:${String(resourceBody?.type ?? id)}`;

interface Asked {
  readonly db: string;
  readonly collectionId: string;
  readonly id: string | undefined;
  readonly request: IncomingMessage;
  readonly body: Buffer;
  readonly fault: Fault | undefined;
}

const isTrue = (header: string | string[] | undefined): boolean => String(header).toLowerCase() === 'true';

function kindOf({ method, headers, url }: IncomingMessage, id: string | undefined): Kind | undefined {
  if (documentPath.exec(url ?? '') === null) return undefined;
  if (isTrue(headers['x-ms-cosmos-is-batch-request'])) return 'batch';
  if (isTrue(headers['x-ms-documentdb-isquery'])) return 'query';
  return method === 'GET' && id !== undefined ? 'read' : undefined;
}

function partitionOf({ headers }: IncomingMessage): string | undefined {
  const given = headers['x-ms-documentdb-partitionkey'];
  const [unit] = given === undefined ? [] : (JSON.parse(String(given)) as unknown[]);
  return typeof unit === 'string' ? unit : undefined;
}

function refusedBy(fault: Fault | undefined): Answer | undefined {
  if (fault === 'throttled')
    return { status: 429, body: { message: 'slower' }, headers: { 'x-ms-retry-after-ms': String(retryAfterMs) } };
  if (fault === 'away') return { status: 503, body: { message: 'away' } };
  return undefined;
}

type Documents = Parameters<typeof runBatch>[0];

function batch(
  operations: readonly Operation[],
  bytes: number,
  documents: Documents,
  unit: string,
  fault: Fault | undefined,
): Answer {
  if (bytes > mostBytes) return { status: 413, body: { message: 'too large' } };
  if (operations.length > 100) return { status: 400, body: { message: 'too many operations' } };
  if (fault === 'throttledInside') return multiStatus(operations.map(() => throttled));
  const results = runBatch(documents, unit, operations, ({ resourceBody }, before) => writeCost(before, resourceBody));
  return multiStatus(results);
}
const throttled: Result = { statusCode: 429, requestCharge: 0, retryAfterMilliseconds: retryAfterMs };
const multiStatus = (results: readonly Result[]): Answer => ({
  status: results.some(({ statusCode }) => statusCode >= 400) ? 207 : 200,
  body: results,
  charge: results.reduce((sum, { requestCharge }) => sum + requestCharge, 0),
});

function query(rows: readonly Row[], body: QueryBody, { headers }: IncomingMessage, policy: unknown): Answer {
  const { compositeIndexes } = policy as { compositeIndexes: unknown };
  const most = Math.min(Number(headers['x-ms-max-item-count'] ?? mostInPage), mostInPage);
  const after = headers['x-ms-continuation'];
  try {
    const {
      result,
      continuation,
      read = [],
    } = runQuery(rows, body, {
      most: most > 0 ? most : mostInPage,
      ...(after === undefined ? {} : { after: String(after) }),
      compositeIndexes,
    });
    return {
      status: 200,
      body: { Documents: result, _count: result.length },
      charge: queryCost(read),
      headers: typeof continuation !== 'string' ? {} : { 'x-ms-continuation': continuation },
    };
  } catch (error) {
    return { status: 400, body: { message: String(error) } };
  }
}

function send(response: ServerResponse, { status, body, charge = 1, headers = {} }: Answer): void {
  response.writeHead(status, {
    'content-type': 'application/json',
    'x-ms-request-charge': charge.toFixed(2),
    ...headers,
  });
  response.end(status === 204 ? '' : JSON.stringify(body ?? {}));
}
