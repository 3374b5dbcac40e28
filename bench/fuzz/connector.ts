import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Takes what the bot posts, at once, and remembers it as long as somebody learns from it. */
export async function startConnector() {
  let posted: unknown[] | undefined;
  let count = 0;
  const server = createServer((req, res) => {
    let body = '';
    req.setEncoding('utf8').on('data', (part: string) => {
      if (posted !== undefined) body += part;
    });
    req.on('end', () => {
      if (posted !== undefined && body !== '') posted.push(JSON.parse(body));
      count += 1;
      res.writeHead(req.method === 'POST' ? 201 : 200, { 'content-type': 'application/json' });
      res.end(JSON.stringify({ id: `m${count}` }));
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    serviceUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/connector/`,
    /** What was posted since the last time; nothing the first time. */
    taken(): unknown[] {
      const those = posted ?? [];
      posted = [];
      return those;
    },
    /** From now on nothing is remembered. */
    forget(): void {
      posted = undefined;
    },
    close: (): void => {
      server.closeAllConnections();
      server.close();
    },
  };
}
export type Connector = Awaited<ReturnType<typeof startConnector>>;
