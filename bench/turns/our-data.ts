import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { tenantId } from '../../sandbox/server/tenant.ts';
import { readPlan } from '../../src/domain/plan/read-plan.ts';
import { openBotStore, openRoundIn } from '../fanout/bot-store.ts';
import { rosterOf } from '../fanout/crowd.ts';
import { rosterRows } from './crew.ts';

/** A working day on which the plan sends nothing by itself. */
const morning = '2026-10-27T09:00:00+07:00';
/** By how much the bench's time differs from the machine's; milliseconds. */
export const aheadMs = Date.parse(morning) - Date.now();

/** As an office has it: the bot takes no samples where tokens are asked for. */
export const planFile = fileURLToPath(new URL('../../plans/khanh-hoa-14-ct-ubnd.yaml', import.meta.url));

/** What our bot needs to start on: the plan and so many people. @returns its environment */
export function writeOurData(folder: string, people: number): Record<string, string> {
  const roster = path.join(folder, 'roster.csv');
  writeFileSync(roster, rosterOf(rosterRows(people)));
  return {
    DATA_DIR: folder,
    PLAN_FILE: planFile,
    ROSTER_FILE: roster,
    BENCH_NOW: new Date(Date.now() + aheadMs).toISOString(),
  };
}

/** This year's round, written into the store of a bot that is not running: its announcement is not what is measured. */
export async function openRound(env: Readonly<Record<string, string>>): Promise<void> {
  const plan = readPlan(readFileSync(env.PLAN_FILE ?? '', 'utf8'));
  const store = openBotStore(env.DATA_DIR ?? '');
  try {
    const scope = { tenant: tenantId, unit: plan.unit.id };
    await openRoundIn(store, { scope, plan, at: new Date(morning).toISOString() });
  } finally {
    await store.close();
  }
}
