import assert from 'node:assert/strict';
import { once } from 'node:events';
import { pino } from 'pino';
import type { Server } from 'restify';
import { createAuthentication } from '../../src/adapters/teams/authentication.ts';
import { createAdapter } from '../../src/bot/adapter.ts';
import { createServer, type ServerDeps } from '../../src/bot/server.ts';
import { memoryFiles } from './memory-files.ts';
import { patience } from './patience.ts';

/** What the bot answers with over HTTP, without a bot behind it, in local mode. */
export const aServer = (more: Partial<ServerDeps> = {}): Server =>
  createServer({
    adapter: createAdapter(createAuthentication(undefined), assert.ifError, patience),
    turn: async () => undefined,
    rules: { local: true, tenantId: '', issuer: '', loopback: false },
    links: { mint: () => '', open: () => undefined },
    files: memoryFiles(),
    newId: () => 'reference',
    log: pino({ level: 'silent' }),
    sentenceFor: String,
    isReady: async () => true,
    numbers: { contentType: 'text/plain', read: async () => 'thidua_up 1\n' },
    numbersToken: undefined,
    admit: async () => undefined,
    ...more,
  });

/** @returns its address, once it listens on a port of its own */
export async function listening(server: Server): Promise<string> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return `http://127.0.0.1:${server.address().port}`;
}

export function stop(server: Server): void {
  server.server.closeAllConnections();
  server.close();
}
