import type { IncomingMessage, ServerResponse } from 'node:http';

export type Exchange = {
  request: IncomingMessage;
  response: ServerResponse;
  /** Decoded path parameters by their names. */
  params: Record<string, string>;
  query: URLSearchParams;
  /** What `readJson` has read. */
  body?: unknown;
};

export type Answer = { status: number; body?: unknown; headers?: Record<string, string> };

/** Answers, or takes the response over itself and returns nothing. A `Buffer` or a text as body is sent as it is, all else as JSON. */
export type Handler = (exchange: Exchange) => Promise<Answer | undefined> | Answer | undefined;
export type Route = { method: string; segments: string[]; handle: Handler };

const bodyLimit = 64 * 1024 * 1024;

/** `pattern` is like `/api/chats/:chat/messages`. */
export function route(method: string, pattern: string, handle: Handler): Route {
  return { method, segments: pattern.split('/').filter(Boolean), handle };
}

export function findRoute(routes: readonly Route[], method: string, path: string) {
  const given = path.split('/').filter(Boolean);
  for (const candidate of routes) {
    if (candidate.method !== method || candidate.segments.length !== given.length) continue;
    const params = matchSegments(candidate.segments, given);
    if (params) return { handle: candidate.handle, params };
  }
  return undefined;
}

function matchSegments(pattern: readonly string[], given: readonly string[]): Record<string, string> | undefined {
  const params: Record<string, string> = {};
  for (const [index, expected] of pattern.entries()) {
    const actual = given[index] ?? '';
    if (expected.startsWith(':')) params[expected.slice(1)] = decodeURIComponent(actual);
    else if (expected !== actual) return undefined;
  }
  return params;
}

/** An answer other than success; `body` is sent as it is. */
export class HttpProblem extends Error {
  constructor(
    readonly status: number,
    readonly body: unknown,
    readonly headers: Record<string, string> = {},
  ) {
    super(`HTTP ${status}`);
    this.name = 'HttpProblem';
  }
}

export async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size > bodyLimit)
      throw new HttpProblem(413, { error: { code: 'MessageSizeTooBig', message: 'Body too large' } });
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

export async function readJson(exchange: Exchange): Promise<unknown> {
  const bytes = await readBody(exchange.request);
  try {
    exchange.body = JSON.parse(bytes.toString('utf8'));
    return exchange.body;
  } catch (cause) {
    if (cause instanceof SyntaxError)
      throw new HttpProblem(400, { error: { code: 'BadSyntax', message: cause.message } });
    throw cause;
  }
}

export const answerOf = ({ status, body, headers }: HttpProblem): Answer => ({ status, body, headers });

export function send(response: ServerResponse, { status, body, headers }: Answer) {
  const raw = Buffer.isBuffer(body) || typeof body === 'string';
  const type = raw ? 'application/octet-stream' : 'application/json; charset=utf-8';
  response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store', ...headers });
  if (raw) response.end(body);
  else response.end(body === undefined ? '' : JSON.stringify(body));
}

export const page = (contentType: string, body: Buffer | string): Answer => ({
  status: 200,
  body,
  headers: { 'content-type': contentType },
});
