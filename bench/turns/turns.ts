import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import path from 'node:path';
import { percentile } from '../fanout/turn-tally.ts';
import { countTurns } from './count-turns.ts';
import { cpuMs, untilIdle } from './cpu-time.ts';
import { crewOf } from './crew.ts';
import { startLoad } from './load-process.ts';
import { openOurs } from './open-ours.ts';
import type { TurnsOptions } from './options.ts';
import { aheadMs } from './our-data.ts';
import { keep, type Measure, print, type TurnsResult } from './report.ts';
import { scenarios } from './scenarios.ts';
import { startTarget, type Target } from './targets.ts';

/** A load takes so many of the dossiers that wait to be sent, or its share of them: each is sent once. */
const submitsAtOnce = 400;
const submitsToWarmUp = 50;
const warmUpSeconds = 1;

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
      for (const one of options.loads)
        for (const target of targets) measures.push(await measure(target, scenario, one));
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

  async function measure(target: Target, scenario: Measure['scenario'], one: TurnsOptions['loads'][number]) {
    const mostTurns = scenario === 'nomination.submit' ? submitsOf(options) : Number.POSITIVE_INFINITY;
    const before = cpuMs(target.pid);
    const { took, ...times } = await load.stage(to(target), scenario, {
      load: one,
      seconds: options.seconds,
      mostTurns,
    });
    const during = cpuMs(target.pid);
    await untilIdle(target.pid);
    const after = cpuMs(target.pid);
    const figures: Measure = {
      target: target.name,
      scenario,
      load: one.name,
      turns: times.turns,
      failed: times.failed,
      perSecond: times.turns / times.seconds,
      p50Ms: percentile(took, 50),
      p99Ms: percentile(took, 99),
      cpuMs: (during - before) / times.turns,
      cpuAfterMs: (after - during) / times.turns,
    };
    const { turns: done, perSecond, p50Ms, p99Ms } = figures;
    console.log(
      `${scenario} ${one.name} ${target.name}: ${done} turns, ${perSecond.toFixed(0)}/s, p50 ${p50Ms} p99 ${p99Ms} ms,`,
      `CPU ${figures.cpuMs.toFixed(2)} + ${figures.cpuAfterMs.toFixed(2)} ms`,
      Object.keys(times.failed).length > 0 ? JSON.stringify(times.failed) : '',
    );
    return figures;
  }
}

/** Who changes their answers in another scenario has no dossier as its card showed it any more. */
function submitsOf({ people, loads }: TurnsOptions): number {
  const senders = crewOf(people).length - scenarios['assess.save'].people - submitsToWarmUp;
  return Math.min(submitsAtOnce, Math.floor(senders / loads.length));
}
