import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { percentile } from '../fanout/turn-tally.ts';
import { createPost, type Post } from '../turns/activities.ts';
import { cpuMs, untilIdle } from '../turns/cpu-time.ts';
import { type Microsoft, startMicrosoft } from '../turns/microsoft.ts';
import { startTarget, type Target, takeCounts } from '../turns/targets.ts';
import { acts } from './acts.ts';
import { writeCentre } from './centre.ts';
import type { GrowthOptions } from './options.ts';
import { type Grown, keep, print } from './report.ts';
import { digestAt, seedRound } from './seed.ts';

/** A Sunday, on which nothing is sent by itself. */
const sunday = '2026-10-25T09:00:00+07:00';
/** Turns of each kind, after some that warm it up. */
const turnsOfEach = 15;
const warmUps = 5;

/** What single turns and the digest cost with so many people and so many more. @returns 0 */
export async function growth({ people, name }: GrowthOptions): Promise<number> {
  const folder = mkdtempSync(path.join(tmpdir(), 'thidua-growth-'));
  const microsoft = await startMicrosoft();
  try {
    const grown: Grown[] = [];
    for (const count of people) {
      console.log(`${count} people`);
      grown.push(...(await measure({ microsoft, folder: path.join(folder, String(count)), people: count })));
    }
    keep(name, grown);
    print(name, grown);
    return 0;
  } finally {
    microsoft.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Measuring {
  readonly microsoft: Microsoft;
  readonly folder: string;
  readonly people: number;
}

/** @param now milliseconds of the bot's time */
type Deed<T> = (target: Target, post: Post, now: () => number) => Promise<T>;

async function measure({ microsoft, folder, people }: Measuring): Promise<Grown[]> {
  const centre = writeCentre(folder, people);
  /** Starts the bot at this instant of its own time, does something and stops it. */
  async function during<T>(at: string, counts: boolean, deed: Deed<T>): Promise<T> {
    const aheadMs = Date.parse(at) - Date.now();
    const env = {
      ...centre.env,
      BENCH_NOW: new Date(Date.now() + aheadMs).toISOString(),
      ...(counts ? { BENCH_COUNTS: 'yes' } : {}),
    };
    const target = await startTarget('ours', { microsoft, folder, env });
    const { serviceUrl, channelTokens: tokens } = microsoft;
    const post = createPost({ url: target.url, serviceUrl, tokens, aheadMs, onCard: true });
    try {
      await untilIdle(target.pid);
      return await deed(target, post, () => Date.now() + aheadMs);
    } finally {
      post.close();
      await target.stop();
    }
  }

  // Once to read the roster.
  await during(sunday, false, async () => undefined);
  const tabled = await seedRound(centre.env);
  const all = acts(centre, tabled);
  const grown: Grown[] = [];
  await during(sunday, false, async (target, post) => {
    for (const act of all) {
      const took: number[] = [];
      for (let i = 0; i < warmUps; i += 1) await act.run(post);
      await untilIdle(target.pid);
      const before = cpuMs(target.pid);
      for (let i = 0; i < turnsOfEach; i += 1) {
        const startedAt = performance.now();
        await act.run(post);
        took.push(performance.now() - startedAt);
      }
      const cpu = (cpuMs(target.pid) - before) / turnsOfEach;
      grown.push({ people, what: act.name, p50Ms: percentile(took, 50), cpuMs: cpu, count: undefined });
    }
  });
  const counted = await during(sunday, true, async (target, post) => {
    const counts = new Map<string, Grown['count']>();
    for (const act of all) {
      await act.run(post);
      await takeCounts(target);
      await act.run(post);
      counts.set(act.name, (await takeCounts(target)).turns.at(-1));
    }
    return counts;
  });
  const digest = await during(justBefore(digestAt), true, (target, _, now) =>
    digestOf({ target, now, posted: microsoft.posted }),
  );
  return [
    ...grown.map((one) => ({ ...one, count: counted.get(one.what) })),
    { people, what: 'office digest', ...digest },
  ];
}

const leadMs = 20_000;
/** For the digest, after it is due. */
const mostMs = 120_000;
const justBefore = (at: string): string => new Date(Date.parse(at) - leadMs).toISOString();

interface Digesting {
  readonly target: Target;
  /** Milliseconds of the bot's time. */
  readonly now: () => number;
  /** Requests of the bot to the service so far. */
  readonly posted: () => number;
}

/** The calendar's look at the round and the digest that it owes, from just before it is due until it is sent; the bot looks by itself. */
async function digestOf({ target, now, posted }: Digesting): Promise<Omit<Grown, 'people' | 'what'>> {
  await pause(Date.parse(digestAt) - now() - 500);
  await takeCounts(target);
  const before = { cpu: cpuMs(target.pid), posted: posted() };
  const until = performance.now() + mostMs;
  while (posted() === before.posted) {
    if (performance.now() > until) throw new Error('no digest was sent');
    await pause(250);
  }
  await untilIdle(target.pid, mostMs);
  const { background } = await takeCounts(target);
  return { p50Ms: undefined, cpuMs: cpuMs(target.pid) - before.cpu, count: background };
}
