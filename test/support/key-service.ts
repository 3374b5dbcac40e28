import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Signer } from './signer.ts';

/** `held`: it answers once it is well again. */
export type Mood = 'well' | 'failing' | 'silent' | 'held';

/** Stands for the service that says which keys sign tokens; the bot's own login and the connector are beside it, and always well. */
export interface KeyService {
  readonly metadataUrl: string;
  /** Of the connector. */
  readonly serviceUrl: string;
  /** How often the metadata was asked for. */
  asked(): number;
  /** How often the connector was posted to. */
  posted(): number;
  publish(...signers: readonly Pick<Signer, 'jwk'>[]): void;
  become(mood: Mood): void;
  close(): Promise<void>;
}

export async function startKeyService(): Promise<KeyService> {
  let keys: unknown[] = [];
  let asked = 0;
  let posted = 0;
  let mood: Mood = 'well';
  let held: (() => void)[] = [];
  const answer = (res: ServerResponse, body: unknown): void => {
    if (mood === 'held') held.push(() => answer(res, body));
    if (mood === 'silent' || mood === 'held') return;
    res.writeHead(mood === 'well' ? 200 : 503, { 'content-type': 'application/json' });
    res.end(JSON.stringify(body));
  };
  const server = createServer((req, res) => {
    req.resume();
    if (req.method === 'POST') {
      if (req.url?.startsWith('/connector/')) posted += 1;
      res.writeHead(200, { 'content-type': 'application/json' });
      res.end(JSON.stringify({ access_token: 'granted', expires_in: 3_600, id: 'm1' }));
      return;
    }
    if (req.url === '/keys') return answer(res, { keys });
    asked += 1;
    return answer(res, { issuer: 'ignored', jwks_uri: `${url}/keys` });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    metadataUrl: `${url}/openidconfiguration`,
    serviceUrl: `${url}/connector/`,
    asked: () => asked,
    posted: () => posted,
    publish: (...signers) => {
      keys = signers.map(({ jwk }) => jwk);
    },
    become: (next) => {
      mood = next;
      const waiting = held;
      held = [];
      for (const each of waiting) each();
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
