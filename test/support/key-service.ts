import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Signer } from './signer.ts';

export type Mood = 'well' | 'failing' | 'silent';

/** Stands for the service that says which keys sign tokens. */
export interface KeyService {
  readonly metadataUrl: string;
  /** How often the metadata was asked for. */
  asked(): number;
  publish(...signers: readonly Pick<Signer, 'jwk'>[]): void;
  become(mood: Mood): void;
  close(): Promise<void>;
}

export async function startKeyService(): Promise<KeyService> {
  let keys: unknown[] = [];
  let asked = 0;
  let mood: Mood = 'well';
  const answer = (res: ServerResponse, body: unknown): void => {
    if (mood === 'silent') return;
    res.writeHead(mood === 'well' ? 200 : 503, { 'content-type': 'application/json' });
    res.end(JSON.stringify(body));
  };
  const server = createServer((req, res) => {
    if (req.url === '/keys') return answer(res, { keys });
    asked += 1;
    return answer(res, { issuer: 'ignored', jwks_uri: `${url}/keys` });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    metadataUrl: `${url}/openidconfiguration`,
    asked: () => asked,
    publish: (...signers) => {
      keys = signers.map(({ jwk }) => jwk);
    },
    become: (next) => {
      mood = next;
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
