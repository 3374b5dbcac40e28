import type { CloudAdapter, TurnContext } from 'botbuilder';
import type { Logger } from 'pino';
import restify, { type Next, type Request, type Response, type Server } from 'restify';
import type { Files, Links } from '../ports/files.ts';
import { dropNulls } from './drop-nulls.ts';
import { type GateRules, gate } from './gate.ts';

export interface ServerDeps {
  readonly adapter: CloudAdapter;
  readonly turn: (context: TurnContext) => Promise<void>;
  readonly rules: GateRules;
  readonly links: Links;
  readonly files: Files;
  readonly newId: () => string;
  readonly log: Logger;
  readonly isReady: () => boolean;
}

/** For a whole request to come in: Teams sends an activity at once, and a slow sender must not keep a connection. */
const requestTimeoutMs = 15_000;
/** Teams' own limit for a message is about 100 KB. */
const maxBodyBytes = 256 * 1024;
/** A link names owner, content, file and time, and is signed; the router's own limit of 100 characters would find none of them. */
const maxParamLength = 4_096;
const codeOf: Readonly<Record<number, string>> = {
  400: 'MALFORMED',
  401: 'UNAUTHORIZED',
  404: 'NOT_FOUND',
  405: 'METHOD_NOT_ALLOWED',
  413: 'TOO_LARGE',
  503: 'UNAVAILABLE',
};
const statusOf = { unauthorized: 401, forbidden: 403, malformed: 400 } as const;

export function createServer(deps: ServerDeps): Server {
  const server = restify.createServer({ name: 'thidua-bot', ignoreTrailingSlash: true, maxParamLength });
  server.server.requestTimeout = requestTimeoutMs;
  // A compressed body would be unpacked without limit before anyone knows who sent it.
  server.pre((req, res, next) => {
    if (req.headers['content-encoding'] === undefined) return next();
    res.send(415, { code: 'CONTENT_ENCODING' });
    return next(false);
  });
  server.post(
    '/api/messages',
    onlyJson,
    ...restify.plugins.bodyParser({ mapParams: false, maxBodySize: maxBodyBytes }),
    async (req: Request, res: Response): Promise<void> => messages(deps, req, res),
  );
  server.get('/healthz', async (_req: Request, res: Response): Promise<void> => void res.send(200, { ok: true }));
  server.get(
    '/readyz',
    async (_req: Request, res: Response): Promise<void> =>
      void res.send(deps.isReady() ? 200 : 503, { ready: deps.isReady() }),
  );
  server.get('/files/:token', async (req: Request, res: Response): Promise<void> => download(deps, req, res));
  // What restify refuses by itself, or a handler throws: its own answer would repeat the error's text.
  server.on('restifyError', (_req: Request, res: Response, error: RestifyError, done: () => void) => {
    if (!res.headersSent) refuse(deps, res, { status: error.statusCode ?? 500, error });
    done();
  });
  return server;
}

/** Other bodies would be read before anyone knows who sent them, and the files of a form written to the disk. */
function onlyJson(req: Request, res: Response, next: Next): void {
  const isJson = req.contentType() === 'application/json';
  if (!isJson) res.send(400, { code: 'MALFORMED' });
  next(isJson ? undefined : false);
}

interface RestifyError extends Error {
  readonly statusCode?: number;
}

/** The error goes to the log, the caller gets a code and the reference to find it there. */
function refuse(deps: ServerDeps, res: Response, why: { status: number; error: unknown }): void {
  const { status, error } = why;
  const reference = deps.newId().slice(-8);
  const about = { status, err: error, reference };
  if (status >= 500) deps.log.error(about, 'request failed');
  else deps.log.warn(about, 'request refused');
  res.send(status, { code: codeOf[status] ?? 'REFUSED', reference });
}

async function messages(deps: ServerDeps, req: Request, res: Response): Promise<void> {
  dropNulls(req.body);
  const verdict = gate(deps.rules, { authorization: req.headers.authorization, body: req.body });
  if (verdict !== 'pass') {
    deps.log.warn({ verdict }, 'turned away');
    res.send(statusOf[verdict], { code: verdict.toUpperCase() });
    return;
  }
  const answer = { status: 500, body: undefined as unknown };
  try {
    await deps.adapter.process(
      { body: req.body, headers: req.headers, ...(req.method === undefined ? {} : { method: req.method }) },
      {
        socket: res.socket,
        status: (code: number) => {
          answer.status = code;
        },
        header: () => undefined,
        send: (body: unknown) => {
          answer.body = body;
        },
        end: () => undefined,
      },
      deps.turn,
    );
  } catch (error) {
    // The SDK answers for what happens in the turn; it throws only for what it cannot read as an activity.
    refuse(deps, res, { status: 400, error });
    return;
  }
  if (answer.status < 400) res.send(answer.status, answer.body ?? {});
  else refuse(deps, res, { status: answer.status, error: answer.body });
}

async function download(deps: ServerDeps, req: Request, res: Response): Promise<void> {
  const grant = deps.links.open(String(req.params.token));
  const bytes = grant === undefined ? undefined : await deps.files.get(grant.owner, grant.sha256);
  if (grant === undefined || bytes === undefined) {
    res.send(404, { code: 'LINK_EXPIRED' });
    return;
  }
  res.writeHead(200, {
    'content-type': grant.mediaType,
    'content-length': String(bytes.byteLength),
    'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(grant.name)}`,
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; sandbox",
    'cache-control': 'private, no-store',
  });
  res.end(bytes);
}
