import { mkdtempSync } from 'node:fs';
import path from 'node:path';
import { untilIdle } from './cpu-time.ts';
import type { LoadProcess } from './load-process.ts';
import { aheadMs, openRound, writeOurData } from './our-data.ts';
import { startTarget, type Target } from './targets.ts';

interface Opening {
  readonly load: LoadProcess;
  /** Where the bot's own folder is made. */
  readonly folder: string;
  readonly people: number;
  /** A folder in which the bot leaves a CPU profile; empty: none is taken. */
  readonly profile?: string;
  /** Whether it counts what its turns do with the store. */
  readonly counts?: boolean;
}

/** Our bot with so many people, each with a self-assessment and a dossier that is ready to be sent. */
export async function openOurs({ load, folder, people, profile = '', counts = false }: Opening): Promise<Target> {
  const data = mkdtempSync(path.join(folder, 'ours-'));
  const env = { ...writeOurData(data, people), ...(counts ? { BENCH_COUNTS: 'yes' } : {}) };
  const nodeArguments = profile === '' ? [] : ['--cpu-prof', `--cpu-prof-dir=${path.resolve(profile)}`];
  const starting = { microsoft: load.microsoft, folder, env };
  // Once to read the roster.
  const importing = await startTarget('ours', starting);
  await importing.stop();
  await openRound(env);
  const target = await startTarget('ours', { ...starting, nodeArguments });
  try {
    await load.prepare({ url: target.url, tokens: target.tokens, isEcho: false, people, aheadMs });
    await untilIdle(target.pid);
  } catch (error) {
    await target.stop();
    throw error;
  }
  return target;
}
