import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tenantId } from '../../sandbox/server/tenant.ts';
import { createSigner, type Signer } from '../../test/support/signer.ts';

export const appId = '6f1c2f4e-0b1f-4d53-9a51-0d6f5b1b7a10';

export interface Microsoft {
  readonly url: string;
  readonly serviceUrl: string;
  readonly metadataUrl: string;
  /** Of the channel service. */
  readonly channelTokens: readonly string[];
  /** As Entra issues them, for who asks for such. */
  readonly entraTokens: readonly string[];
  /** Whatever claims, with the channel service's key. */
  sign: Signer['sign'];
  /** Requests to the connector so far. */
  posted(): number;
  close(): void;
}

const tokensOfEach = 4;

/** The services around a bot, on this machine: keys, login and a connector that takes everything at once. */
export async function startMicrosoft(): Promise<Microsoft> {
  const signer = await createSigner('bench');
  let posted = 0;
  const answer = (res: ServerResponse, status: number, body: object): void => {
    res.writeHead(status, { 'content-type': 'application/json' });
    res.end(JSON.stringify(body));
  };
  const serve = (req: IncomingMessage, res: ServerResponse): void => {
    const path = req.url ?? '';
    if (path.startsWith('/connector/')) {
      posted += 1;
      answer(res, req.method === 'POST' ? 201 : 200, { id: `m${posted}` });
    } else if (path.endsWith('/token')) {
      answer(res, 200, { access_token: 'granted-to-the-bench', expires_in: 86_400, token_type: 'Bearer' });
    } else if (path.endsWith('/keys')) answer(res, 200, { keys: [signer.jwk] });
    else if (path.endsWith('configuration'))
      answer(res, 200, { issuer: 'https://api.botframework.com', jwks_uri: `${url}/v1/.well-known/keys` });
    else answer(res, 404, {});
  };
  const server = createServer((req, res) => req.resume().on('end', () => serve(req, res)));
  server.keepAliveTimeout = 75_000;
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const serviceUrl = `${url}/connector/`;

  const now = Math.floor(Date.now() / 1_000);
  const times = { iat: now, nbf: now - 60, exp: now + 6 * 3_600 };
  const tokens = (claims: object): Promise<string[]> =>
    Promise.all(Array.from({ length: tokensOfEach }, (_, i) => signer.sign({ ...times, ...claims, jti: `${i}` })));
  return {
    url,
    serviceUrl,
    metadataUrl: `${url}/v1/.well-known/openidconfiguration`,
    channelTokens: await tokens({ iss: 'https://api.botframework.com', aud: appId, serviceurl: serviceUrl }),
    entraTokens: await tokens({
      iss: `https://login.microsoftonline.com/${tenantId}/v2.0`,
      aud: appId,
      azp: appId,
      tid: tenantId,
      ver: '2.0',
      serviceurl: serviceUrl,
    }),
    sign: signer.sign,
    posted: () => posted,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
