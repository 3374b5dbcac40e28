import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { movableClock } from '../../sandbox/clock.ts';
import { writeSamplePlan } from '../../sandbox/sample-plan.ts';
import { type Sandbox, startSandbox } from '../../sandbox/server/start-sandbox.ts';
import type { Plan } from '../../src/domain/plan/plan.ts';
import { readPlan } from '../../src/domain/plan/read-plan.ts';
import { personRecord } from '../../src/records/person.ts';
import { freePort } from '../../test/story/support/child-bot.ts';
import { type BotProcess, createBotProcess } from './bot-process.ts';
import { openBotStore, settleIn } from './bot-store.ts';
import { crowdOf, rosterOf } from './crowd.ts';
import type { FanoutOptions } from './options.ts';

/** A working day on which the plan sends nothing by itself. */
const morning = '2026-10-27T09:00';

export interface Place {
  readonly sandbox: Sandbox;
  readonly bot: BotProcess;
  readonly folder: string;
  readonly plan: Plan;
  readonly unit: string;
  /** The chat of each person by the person's id. */
  readonly chats: ReadonlyMap<string, string>;
  /** How long the bot took to start on these people. */
  readonly startMs: number;
  close(): Promise<void>;
}

/** A sandbox that enforces the rates, and behind it a bot of its own process that knows everyone and how to reach them. */
export async function openPlace({ people, profile }: FanoutOptions): Promise<Place> {
  const folder = mkdtempSync(path.join(tmpdir(), 'thidua-bench-'));
  const clock = movableClock(morning);
  const rows = crowdOf(people);
  const roster = path.join(folder, 'roster.csv');
  writeFileSync(roster, rosterOf(rows));
  const planFile = writeSamplePlan(folder);
  const plan = readPlan(readFileSync(planFile, 'utf8'));
  const sandbox = await startSandbox({
    clock,
    roster: rows,
    keep: 'nothing',
    everyoneHasTheApp: true,
    enforceRates: true,
  });
  const port = await freePort();
  sandbox.connect(`http://127.0.0.1:${port}/api/messages`);
  const env = () => ({
    DATA_DIR: folder,
    LINK_KEY: 'A'.repeat(43),
    PLAN_FILE: planFile,
    ROSTER_FILE: roster,
    NOW: clock.now().toUTC().toISO() ?? '',
  });
  const surroundings = { port, env, clock };
  const startsWithin = 30_000 + people * 10;
  const nodeArguments = profile === '' ? [] : ['--cpu-prof', `--cpu-prof-dir=${path.resolve(profile)}`];
  const close = async (bot?: BotProcess) => {
    await bot?.kill();
    await sandbox.stop();
    rmSync(folder, { recursive: true, force: true });
  };

  // Once to read the roster; its memory is not what is measured.
  const importing = createBotProcess({ ...surroundings, options: { startsWithin } });
  const bot = createBotProcess({ ...surroundings, options: { startsWithin, nodeArguments } });
  try {
    await importing.start();
    await importing.stop();
    const { unit, chats } = await settle(folder, plan, sandbox);
    const at = performance.now();
    await bot.start();
    const startMs = performance.now() - at;
    return { sandbox, bot, folder, plan, unit, chats, startMs, close: () => close(bot) };
  } catch (error) {
    await importing.kill();
    for (const what of importing.complaints().keys()) console.error(what);
    await close();
    throw error;
  }
}

async function settle(folder: string, plan: Plan, sandbox: Sandbox) {
  const store = openBotStore(folder);
  try {
    const unit = plan.unit.id;
    const page = await store.query({ unit, type: personRecord.type, limit: 1 });
    const tenant = page.items[0]?.doc.tenant ?? '';
    return { unit, chats: await settleIn(store, { scope: { unit, tenant }, plan, sandbox }) };
  } finally {
    await store.close();
  }
}
