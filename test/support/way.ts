import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** What becomes of what is said on a way: it passes; every connection is broken; nothing is heard, and nobody is told. */
export type Passage = 'open' | 'broken' | 'silent';

/** The network between a process and a service, of which a test disposes. */
export interface Way {
  readonly port: number;
  become(passage: Passage): void;
  /** Resolves when the process next says something that contains this and has its answer. */
  answers(words: string): Promise<void>;
  close(): Promise<void>;
}

/** @param to where the service is on this machine */
export async function startWay(to: number): Promise<Way> {
  let passage: Passage = 'open';
  const sockets = new Set<Socket>();
  const waiting = new Set<{ readonly words: string; readonly answered: () => void }>();

  function relay(from: Socket, other: Socket, listen: (said: Buffer) => void): void {
    from.on('data', (said) => {
      // What was said into silence is lost, as are the acknowledgements.
      if (passage !== 'open') return;
      listen(said);
      other.write(said);
    });
    from.on('error', () => undefined);
    from.on('close', () => {
      sockets.delete(from);
      other.destroy();
    });
    sockets.add(from);
  }
  const server = createServer((near) => {
    if (passage === 'broken') return void near.destroy();
    const far = connect(to, '127.0.0.1');
    const heard = new Set<() => void>();
    relay(near, far, (said) => {
      for (const { words, answered } of waiting) if (said.includes(words)) heard.add(answered);
    });
    relay(far, near, () => {
      // Once it has been passed on.
      for (const answered of heard) setImmediate(answered);
      heard.clear();
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');

  function breakAll(): void {
    for (const socket of sockets) socket.destroy();
  }
  return {
    port: (server.address() as AddressInfo).port,
    become(next) {
      // What hung is not heard afterwards: connections that have lost something are over.
      if (next === 'broken' || passage === 'silent') breakAll();
      passage = next;
    },
    answers: (words) =>
      new Promise((resolve) => {
        const one = {
          words,
          answered: () => {
            waiting.delete(one);
            resolve();
          },
        };
        waiting.add(one);
      }),
    close: async () => {
      breakAll();
      server.close();
      await once(server, 'close');
    },
  };
}
