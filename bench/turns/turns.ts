import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import path from 'node:path';
import { percentile } from '../fanout/turn-tally.ts';
import { countTurns } from './count-turns.ts';
import { cpuMs, untilIdle } from './cpu-time.ts';
import { crewOf } from './crew.ts';
import type { StageTimes } from './load.ts';
import { startLoad } from './load-process.ts';
import { openOurs } from './open-ours.ts';
import type { TurnsOptions } from './options.ts';
import { aheadMs } from './our-data.ts';
import { keep, type Measure, print, printMeasure, type TurnsResult } from './report.ts';
import { scenarios } from './scenarios.ts';
import { startTarget, type Target } from './targets.ts';

/** A load takes so many of the dossiers that wait to be sent, or its share of them: each is sent once. */
const submitsAtOnce = 400;
const submitsToWarmUp = 50;
const warmUpSeconds = 1;
/** Slices of a load. */
const rounds = 4;

/** Our bot and the echoes under the same turns, one after another at each load. @returns 1 when a turn was not answered as it should be */
export async function turns(options: TurnsOptions): Promise<number> {
  const folder = mkdtempSync(path.join(tmpdir(), 'thidua-turns-'));
  const load = await startLoad();
  const targets: Target[] = [];
  try {
    const { counts, cards } = await countTurns({ load, folder, scenarios: options.scenarios });
    const cardFile = path.join(folder, 'cards.json');
    writeFileSync(cardFile, JSON.stringify(cards));
    for (const name of options.targets) {
      const isOurs = name === 'ours';
      targets.push(
        isOurs
          ? await openOurs({ load, folder, people: options.people, profile: options.profile })
          : await startTarget(name, { microsoft: load.microsoft, folder, env: { CARDS: cardFile } }),
      );
    }
    const measures: Measure[] = [];
    for (const scenario of options.scenarios) {
      for (const target of targets) await warmUp(target, scenario);
      for (const one of options.loads) measures.push(...(await measureAll(scenario, one)));
    }
    const result: TurnsResult = { options, at: new Date().toISOString(), load: loadavg()[0] ?? 0, counts, measures };
    keep(result);
    print(result);
    return measures.every(({ failed }) => Object.keys(failed).length === 0) ? 0 : 1;
  } finally {
    for (const target of targets) await target.stop();
    load.stop();
    rmSync(folder, { recursive: true, force: true });
  }

  function to({ name, url, tokens }: Target) {
    return { url, tokens, isEcho: name !== 'ours', people: options.people, aheadMs };
  }

  async function warmUp(target: Target, scenario: Measure['scenario']): Promise<void> {
    const mostTurns = scenario === 'nomination.submit' ? submitsToWarmUp : Number.POSITIVE_INFINITY;
    const stage = { load: { name: 'warm', inFlight: 8 }, seconds: warmUpSeconds, mostTurns };
    await load.stage(to(target), scenario, stage);
    await untilIdle(target.pid);
  }

  /** In slices, the bots by turns: a machine that grows slower or faster meanwhile does so for all of them. */
  async function measureAll(scenario: Measure['scenario'], one: TurnsOptions['loads'][number]): Promise<Measure[]> {
    const slices = new Map<Target, Slice[]>(targets.map((target) => [target, []]));
    for (let round = 0; round < rounds; round += 1)
      for (const [target, taken] of slices) taken.push(await slice(target, scenario, one));
    return [...slices].map(([{ name: target }, taken]) => {
      const measured = { target, scenario, load: one.name, ...together(taken) };
      printMeasure(measured);
      return measured;
    });
  }

  async function slice(target: Target, scenario: Measure['scenario'], one: TurnsOptions['loads'][number]) {
    const mostTurns =
      scenario === 'nomination.submit' ? Math.floor(submitsOf(options) / rounds) : Number.POSITIVE_INFINITY;
    const before = cpuMs(target.pid);
    const stage = { load: one, seconds: options.seconds / rounds, mostTurns };
    const times = await load.stage(to(target), scenario, stage);
    const during = cpuMs(target.pid);
    await untilIdle(target.pid);
    return { times, cpu: during - before, cpuAfter: cpuMs(target.pid) - during };
  }
}

interface Slice {
  readonly times: StageTimes;
  /** Milliseconds of the bot's process, while turns came in and from then until it had nothing left to do. */
  readonly cpu: number;
  readonly cpuAfter: number;
}

function together(slices: readonly Slice[]): Omit<Measure, 'target' | 'scenario' | 'load'> {
  const sum = (of: (slice: Slice) => number): number => slices.reduce((total, slice) => total + of(slice), 0);
  const turns = sum(({ times }) => times.turns);
  const took = slices.flatMap(({ times }) => times.took);
  const failed: Record<string, number> = {};
  for (const { times } of slices)
    for (const [why, count] of Object.entries(times.failed)) failed[why] = (failed[why] ?? 0) + count;
  return {
    turns,
    failed,
    perSecond: turns / sum(({ times }) => times.seconds),
    p50Ms: percentile(took, 50),
    p99Ms: percentile(took, 99),
    cpuMs: sum(({ cpu }) => cpu) / turns,
    cpuAfterMs: sum(({ cpuAfter }) => cpuAfter) / turns,
  };
}

/** Who changes their answers in another scenario has no dossier as its card showed it any more. */
function submitsOf({ people, loads }: TurnsOptions): number {
  const senders = crewOf(people).length - scenarios['assess.save'].people - submitsToWarmUp;
  return Math.min(submitsAtOnce, Math.floor(senders / loads.length));
}
