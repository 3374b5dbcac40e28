import { once } from 'node:events';
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Front {
  readonly url: string;
  /** How many requests each address has answered. */
  readonly answered: ReadonlyMap<string, number>;
  close(): Promise<void>;
}

/**
 * What stands before several processes: each request goes to the next of them in turn, whoever sent it. One that takes no connection is
 * passed over; one that dies over a request is answered for with 502, since nobody knows how far it came.
 * @param targets addresses of the processes
 */
export async function startFront(targets: readonly string[]): Promise<Front> {
  const answered = new Map(targets.map((target) => [target, 0]));
  let turn = 0;

  async function pass(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const body = Buffer.concat(await incoming.toArray());
    for (let tried = 0; tried < targets.length; tried += 1) {
      const target = targets[turn++ % targets.length] ?? '';
      const end = await relay(target, { incoming, body, outgoing });
      if (end === 'answered') answered.set(target, (answered.get(target) ?? 0) + 1);
      if (end !== 'away') return;
    }
    refuse(outgoing);
  }

  const server = createServer((incoming, outgoing) => void pass(incoming, outgoing)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    answered,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

interface Passing {
  readonly incoming: IncomingMessage;
  readonly body: Buffer;
  readonly outgoing: ServerResponse;
}

function relay(target: string, { incoming, body, outgoing }: Passing): Promise<'answered' | 'away' | 'died'> {
  const { method = 'POST', url = '/', headers } = incoming;
  return new Promise((resolve) => {
    const asked = request(`${target}${url}`, { method, headers, agent: false }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
      answer.once('close', () => {
        if (!answer.complete) outgoing.destroy();
        resolve(answer.complete ? 'answered' : 'died');
      });
    });
    asked.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ECONNREFUSED') return resolve('away');
      if (!outgoing.headersSent) refuse(outgoing);
      resolve('died');
    });
    asked.end(body);
  });
}

/** Not one call after the other: restify, where it is loaded too, takes the answer of `writeHead` away from everybody. */
function refuse(outgoing: ServerResponse): void {
  outgoing.writeHead(502);
  outgoing.end();
}
