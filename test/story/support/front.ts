import { once } from 'node:events';
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Front {
  readonly url: string;
  /** How many requests each address has answered. */
  readonly answered: ReadonlyMap<string, number>;
  /** From now on only those are asked that say that they are ready, as Azure does it. */
  probe(): void;
  close(): Promise<void>;
}

/** Longer than a turn takes that waits for a store in vain. */
const answersWithinMs = 20_000;
const probedEveryMs = 500;
const probedWithinMs = 2_000;

/**
 * What stands before several processes: each request goes to the next of them in turn, whoever sent it. One that takes no connection is
 * passed over; one that dies over a request, or says nothing, is answered for with 502, since nobody knows how far it came.
 * @param targets addresses of the processes
 */
export async function startFront(targets: readonly string[]): Promise<Front> {
  const answered = new Map(targets.map((target) => [target, 0]));
  const unready = new Set<string>();
  let turn = 0;
  let probing: NodeJS.Timeout | undefined;

  async function probe(target: string): Promise<void> {
    const signal = AbortSignal.timeout(probedWithinMs);
    const isReady = await fetch(`${target}/readyz`, { signal }).then(
      ({ ok }) => ok,
      () => false,
    );
    if (isReady) unready.delete(target);
    else unready.add(target);
  }
  /** The next in turn; of those that are not ready none, unless there are no others. */
  function nextOf(tried: ReadonlySet<string>): string | undefined {
    const left = targets.map((_, n) => targets[(turn + n) % targets.length] ?? '').filter((each) => !tried.has(each));
    const next = left.find((each) => !unready.has(each)) ?? left[0];
    if (next !== undefined) turn = targets.indexOf(next) + 1;
    return next;
  }

  async function pass(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const body = Buffer.concat(await incoming.toArray());
    const tried = new Set<string>();
    for (let target = nextOf(tried); target !== undefined; target = nextOf(tried)) {
      tried.add(target);
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
    probe: () => {
      probing ??= setInterval(() => void Promise.all(targets.map(probe)), probedEveryMs);
    },
    close: async () => {
      clearInterval(probing);
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
    const signal = AbortSignal.timeout(answersWithinMs);
    const asked = request(`${target}${url}`, { method, headers, agent: false, signal }, (answer) => {
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
