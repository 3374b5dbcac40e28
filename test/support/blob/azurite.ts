import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { freePort } from '../../story/support/child-bot.ts';

const program = fileURLToPath(
  new URL('../../../node_modules/.cache/azurite/node_modules/azurite/dist/src/blob/main.js', import.meta.url),
);
/** Of every Azurite; no secret. */
const account = 'devstoreaccount1';
const key = 'Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==';
const startsWithinMs = 30_000;

export interface Azurite {
  readonly connectionString: string;
  readonly pid: number;
  stop(): Promise<void>;
}

/** Azure Blob Storage on this machine, empty, in a process of its own that forgets all when it ends. */
export async function startAzurite(): Promise<Azurite> {
  if (!existsSync(program)) throw new Error('Azurite is not there; npm run test:cloud fetches it');
  const port = await freePort();
  const flags = ['--inMemoryPersistence', '--disableTelemetry', '--skipApiVersionCheck', '--silent'];
  const child = spawn(process.execPath, [program, '--blobHost', '127.0.0.1', '--blobPort', String(port), ...flags], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { PATH: process.env.PATH, NODE_V8_COVERAGE: '' },
  });
  const signal = AbortSignal.timeout(startsWithinMs);
  for (const lines = createInterface({ input: child.stdout }); ; ) {
    const [line] = (await once(lines, 'line', { signal })) as [string];
    if (line.includes('successfully listens')) break;
  }
  child.stdout.resume();
  return {
    connectionString: [
      'DefaultEndpointsProtocol=http',
      `AccountName=${account}`,
      `AccountKey=${key}`,
      `BlobEndpoint=http://127.0.0.1:${port}/${account};`,
    ].join(';'),
    pid: child.pid ?? 0,
    stop: async () => {
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
    },
  };
}
