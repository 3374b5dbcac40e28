import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** How far a host of files goes: it takes the request and says nothing, gives half of the file and waits, gives it all, or has forgotten it. */
export type Mood = 'silent' | 'half' | 'whole' | 'gone';

/** Where files lie that people send, on this machine. */
export async function slowHost(bytesOf: (name: string) => Buffer) {
  const host = { mood: 'whole' as Mood, asked: 0 };
  const server = createServer((request, response) => {
    host.asked += 1;
    answer(response, host.mood, bytesOf(decodeURIComponent((request.url ?? '/').slice(1))));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return Object.assign(host, {
    url: (name: string): string => `http://127.0.0.1:${port}/${encodeURIComponent(name)}`,
    stop: (): void => {
      server.closeAllConnections();
      server.close();
    },
  });
}
export type SlowHost = Awaited<ReturnType<typeof slowHost>>;

function answer(response: ServerResponse, mood: Mood, bytes: Buffer): void {
  if (mood === 'gone') response.statusCode = 403;
  if (mood === 'gone') response.end();
  if (mood === 'whole') response.end(bytes);
  if (mood === 'half') {
    response.writeHead(200, { 'content-length': bytes.length });
    response.write(bytes.subarray(0, bytes.length / 2));
  }
}
