import { AuthenticationError } from 'botframework-connector';
import restify, { type Next, type Request, type Response, type Server } from 'restify';
import { asUrl } from '../domain/text/as-url.ts';
import { createDownload, type DownloadDeps } from './download.ts';
import { isFromHere, mayBeSigned } from './gate.ts';
import { type MessagesDeps, messages } from './messages.ts';
import { answerNumbers, type NumbersDeps } from './numbers.ts';
import { refuse } from './refuse.ts';

export interface ServerDeps extends MessagesDeps, DownloadDeps, NumbersDeps {
  readonly isReady: () => Promise<boolean>;
  /** Whether the channel's service has signed this header for us. @throws AuthenticationError when it has not, or nobody can say */
  readonly admit: (authorization: string) => Promise<void>;
  readonly patience?: Partial<Patience>;
}

export interface Patience {
  /** For the head of a request, and for all of it: Teams sends an activity at once, and a slow sender must not keep a connection. */
  readonly headMs: number;
  readonly requestMs: number;
  /** How often it is looked for those who take longer. */
  readonly lookMs: number;
  /** For anything to move: who asks and never takes the answers keeps what they are made of. */
  readonly stillMs: number;
}
const usual: Patience = { headMs: 10_000, requestMs: 15_000, lookMs: 2_000, stillMs: 60_000 };

/** Teams' own limit for a message is about 100 KB. */
const maxBodyBytes = 256 * 1024;
/** A link names owner, content, file and time, and is sealed; the router's own limit of 100 characters would find none of them. */
const maxParamLength = 4_096;

export function createServer(deps: ServerDeps): Server {
  const server = restify.createServer({ name: 'thidua-bot', ignoreTrailingSlash: true, maxParamLength });
  hurry(server.server, { ...usual, ...deps.patience });
  // The framework takes these for a listener that it does not have, and leaves the connection open for ever; without, they are requests as any.
  server.server.removeAllListeners('upgrade');
  server.pre(onlyAddresses);
  if (deps.rules.local) server.pre(onlyFromHere);
  // A compressed body would be unpacked without limit before anyone knows who sent it.
  server.pre((req, res, next) => {
    if (req.headers['content-encoding'] === undefined) return next();
    res.send(415, { code: 'CONTENT_ENCODING' });
    return next(false);
  });
  server.post(
    '/api/messages',
    onlyJson,
    onlySigned(deps),
    ...restify.plugins.bodyParser({ mapParams: false, maxBodySize: maxBodyBytes }),
    async (req: Request, res: Response): Promise<void> => messages(deps, req, res),
  );
  server.get('/healthz', async (_req: Request, res: Response): Promise<void> => void res.send(200, { ok: true }));
  server.get('/readyz', async (_req: Request, res: Response): Promise<void> => {
    const ready = await deps.isReady();
    res.send(ready ? 200 : 503, { ready });
  });
  server.get('/metrics', async (req: Request, res: Response): Promise<void> => answerNumbers(deps, req, res));
  const download = createDownload(deps);
  // The framework waits for what a handler returns, and counts its arguments.
  server.get('/files/:token', async (req: Request, res: Response): Promise<void> => download(req, res));
  // What restify refuses by itself, or a handler throws: its own answer would repeat the error's text.
  server.on('restifyError', (_req: Request, res: Response, error: RestifyError, done: () => void) => {
    if (!res.headersSent) refuse(deps, res, { status: error.statusCode ?? 500, error });
    done();
  });
  return server;
}

/** Whatever a request calls its address and its host: the framework throws for what is none, where nobody catches it and the process ends. */
function onlyAddresses(req: Request, res: Response, next: Next): void {
  const host = `http://${req.headers.host || 'localhost'}`;
  const target = req.url ?? '';
  const address = target.startsWith('/') ? asUrl(`${host}${target}`) : asUrl(target, host);
  if (address === undefined) res.send(400, { code: 'MALFORMED' });
  next(address === undefined ? false : undefined);
}

/** Behind a proxy, or under a name that somebody else's page can give this machine, anybody could act as anybody. */
function onlyFromHere(req: Request, res: Response, next: Next): void {
  const isHere = isFromHere(req.headers);
  if (!isHere) res.send(403, { code: 'LOCAL_ONLY' });
  next(isHere ? undefined : false);
}

/** Other bodies would be read before anyone knows who sent them, and the files of a form written to the disk. */
function onlyJson(req: Request, res: Response, next: Next): void {
  const isJson = req.contentType() === 'application/json';
  if (!isJson) res.send(400, { code: 'MALFORMED' });
  next(isJson ? undefined : false);
}

/** A body waits for its sender's signature: what strangers send by the thousand, and never to the end, is not kept. */
const onlySigned = (deps: ServerDeps) => (req: Request, res: Response, next: Next) => {
  const { authorization } = req.headers;
  const checked = mayBeSigned(deps.rules, authorization)
    ? deps.admit(authorization ?? '')
    : Promise.reject(new AuthenticationError('NOT_SIGNED_BY_TEAMS', 401));
  checked.then(
    () => next(),
    (error: unknown) => {
      refuse(deps, res, { status: error instanceof AuthenticationError ? error.statusCode : 500, error });
      next(false);
    },
  );
};

interface RestifyError extends Error {
  readonly statusCode?: number;
}

/** The server is made by the framework, which hands on no options: the interval is read when it begins to listen. */
function hurry(http: Server['server'], { headMs, requestMs, lookMs, stillMs }: Patience): void {
  const limits = { headersTimeout: headMs, requestTimeout: requestMs, connectionsCheckingInterval: lookMs };
  Object.assign(http, { ...limits, timeout: stillMs });
}
