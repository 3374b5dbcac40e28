import type { CloudAdapter, TurnContext } from 'botbuilder';
import type { Logger } from 'pino';
import restify, { type Request, type Response, type Server } from 'restify';
import type { Files, Links } from '../ports/files.ts';
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

/** Teams' own limit for a message is about 100 KB. */
const maxBodyBytes = 256 * 1024;
const statusOf = { unauthorized: 401, forbidden: 403, malformed: 400 } as const;

export function createServer(deps: ServerDeps): Server {
  const server = restify.createServer({ name: 'thidua-bot', ignoreTrailingSlash: true });
  // A compressed body would be unpacked without limit before anyone knows who sent it.
  server.pre((req, res, next) => {
    if (req.headers['content-encoding'] === undefined) return next();
    res.send(415, { code: 'CONTENT_ENCODING' });
    return next(false);
  });
  server.post(
    '/api/messages',
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
  return server;
}

async function messages(deps: ServerDeps, req: Request, res: Response): Promise<void> {
  const verdict = gate(deps.rules, { authorization: req.headers.authorization, body: req.body });
  if (verdict !== 'pass') {
    deps.log.warn({ verdict }, 'turned away');
    res.send(statusOf[verdict], { code: verdict.toUpperCase() });
    return;
  }
  const answer = { status: 500, body: undefined as unknown };
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
  if (answer.status < 400) {
    res.send(answer.status, answer.body ?? {});
    return;
  }
  // The SDK puts the error's own text into the answer; ours goes to the log, the caller gets a reference.
  const reference = deps.newId().slice(-8);
  deps.log.warn({ status: answer.status, detail: answer.body, reference }, 'activity refused');
  res.send(answer.status, { code: 'REFUSED', reference });
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
