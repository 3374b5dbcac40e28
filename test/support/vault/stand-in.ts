import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { SecretClient } from '@azure/keyvault-secrets';

interface Version {
  readonly id: string;
  readonly value: string;
  readonly created: number;
  enabled: boolean;
}

const pageSize = 2;
const challenge = 'Bearer authorization="https://login.example/tenant", resource="https://vault.azure.net"';

/**
 * Azure Key Vault on this machine, as far as secrets go and by its REST reference: versions, soft deletion that takes a moment, purging, the
 * challenge that asks for a token. Dates are whole seconds. It proves the adapter against our reading of the reference, and not against a vault.
 */
export async function startVaultStandIn() {
  const kept = new Map<string, Version[]>();
  const deleted = new Map<string, { looks: number }>();
  const asked: string[] = [];
  let isPurgeProtected = false;
  const server = createServer((request, response) => void serve(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  const attributesOf = ({ created, enabled }: Version) => ({
    ...{ enabled, created, updated: created, recoverableDays: 7 },
    recoveryLevel: isPurgeProtected ? 'CustomizedRecoverable' : 'CustomizedRecoverable+Purgeable',
  });
  const itemOf = (name: string, each: Version) => ({
    id: `${url}/secrets/${name}/${each.id}`,
    attributes: attributesOf(each),
  });
  const failed = (status: number, code: string) => ({ status, body: { error: { code, message: code } } });

  function answer(method: string, path: readonly string[], body: string, skip: number) {
    const [room, name = '', version] = path;
    const versions = kept.get(name) ?? [];
    if (room === 'deletedsecrets') {
      const found = deleted.get(name);
      if (found === undefined) return failed(404, 'SecretNotFound');
      if (method === 'GET')
        return found.looks++ > 0
          ? { status: 200, body: { id: `${url}/secrets/${name}`, attributes: { enabled: true } } }
          : failed(404, 'SecretNotFound');
      if (isPurgeProtected) return failed(403, 'Forbidden');
      deleted.delete(name);
      return { status: 204 };
    }
    if (method === 'PUT') {
      if (deleted.has(name)) return failed(409, 'Conflict');
      const { value } = JSON.parse(body) as { value: string };
      const made = {
        id: randomUUID().replaceAll('-', ''),
        value,
        created: Math.floor(Date.now() / 1_000),
        enabled: true,
      };
      // A vault does not say in which order it lists.
      kept.set(name, [made, ...versions]);
      return { status: 200, body: { ...itemOf(name, made), value } };
    }
    if (versions.length === 0) return failed(404, 'SecretNotFound');
    if (method === 'DELETE') {
      kept.delete(name);
      deleted.set(name, { looks: 0 });
      return {
        status: 200,
        body: { ...itemOf(name, versions[0] as Version), recoveryId: `${url}/deletedsecrets/${name}` },
      };
    }
    if (version === 'versions') {
      const value = versions.slice(skip, skip + pageSize).map((each) => itemOf(name, each));
      const more = skip + pageSize < versions.length;
      const nextLink = more ? `${url}/secrets/${name}/versions?api-version=7.6&$skiptoken=${skip + pageSize}` : null;
      return { status: 200, body: { value, nextLink } };
    }
    const found = versions.find(({ id }) => id === version);
    if (found === undefined) return failed(404, 'SecretNotFound');
    if (!found.enabled) return failed(403, 'Forbidden');
    return { status: 200, body: { ...itemOf(name, found), value: found.value } };
  }

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const to = new URL(request.url ?? '', url);
    const body = await text(request);
    if (request.headers.authorization === undefined) {
      // Not one after the other: restify, where it is loaded too, takes the answer of `writeHead` away from everybody.
      response.writeHead(401, { 'www-authenticate': challenge });
      response.end();
      return;
    }
    asked.push(`${request.method} ${to.pathname}`);
    const path = to.pathname.split('/').filter((part) => part !== '');
    const answered = answer(request.method ?? '', path, body, Number(to.searchParams.get('$skiptoken') ?? 0));
    response.writeHead(answered.status, { 'content-type': 'application/json' });
    response.end('body' in answered ? JSON.stringify(answered.body) : undefined);
  }

  return {
    url,
    kept,
    deleted,
    asked,
    protect: (): void => {
      isPurgeProtected = true;
    },
    client: () =>
      new SecretClient(
        url,
        { getToken: async () => ({ token: 'any', expiresOnTimestamp: Date.now() + 3_600_000 }) },
        { allowInsecureConnection: true, disableChallengeResourceVerification: true, retryOptions: { maxRetries: 0 } },
      ),
    stop: async (): Promise<void> => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
