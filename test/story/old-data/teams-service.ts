import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What the bot asked of the service about one message. */
export interface Request {
  readonly method: 'POST' | 'PUT' | 'DELETE';
  readonly conversation: string;
  /** Of the message; for a new one the id that it was given. */
  readonly activity: string;
  readonly summary: string;
  readonly card: unknown;
}

export interface TeamsService {
  readonly url: string;
  readonly requests: readonly Request[];
  close(): Promise<void>;
}

const path = /^\/v3\/conversations\/([^/]+)\/activities(?:\/([^/?]+))?/;

/** Teams as the bot's messages see it: takes every request and writes it down. */
export async function startTeamsService(): Promise<TeamsService> {
  const requests: Request[] = [];
  const server = createServer(async (asked, answer) => {
    const [, conversation = '', activity = ''] = (path.exec(asked.url ?? '') ?? []).map(decodeURIComponent);
    const { summary = '', attachments } = await bodyOf(asked);
    const id = asked.method === 'POST' ? `new-${requests.length}` : activity;
    const method = asked.method as Request['method'];
    requests.push({ method, conversation, activity: id, summary, card: attachments?.[0]?.content });
    answer.setHeader('content-type', 'application/json');
    answer.end(JSON.stringify({ id }));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    requests,
    close: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

interface Body {
  readonly summary?: string;
  readonly attachments?: readonly { readonly content: unknown }[];
}

async function bodyOf(asked: IncomingMessage): Promise<Body> {
  const parts: Buffer[] = [];
  for await (const part of asked) parts.push(part as Buffer);
  const text = Buffer.concat(parts).toString('utf8');
  return text === '' ? {} : (JSON.parse(text) as Body);
}
