import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { dice } from '../../sandbox/dice.ts';
import { readRosterFile, sampleRosterFile } from '../../sandbox/server/roster.ts';
import { appId, type Microsoft, startMicrosoft } from '../turns/microsoft.ts';
import { openRound, planFile } from '../turns/our-data.ts';
import { memoryOf, startTarget, type Target, takeCounts } from '../turns/targets.ts';
import { activityOf, type Button } from './activities.ts';
import { type Connector, startConnector } from './connector.ts';
import { pick } from './mutate.ts';
import type { FuzzOptions } from './options.ts';
import { createPoster, type Poster } from './post.ts';
import { type FuzzResult, isGood, keep, type Memory, markAt, print } from './report.ts';
import { allowed, createSenders, mark, type Sender, unauthorised } from './senders.ts';
import { tracesOf } from './traces.ts';
import { findButtons } from './walk.ts';

const inFlight = 32;
/** Sent by people of the roster and by everybody else in turn, so that what is written is known to be whose. */
const batch = 500;
/** Beyond these an answer may be nothing but the end of the connection: the body was too big to be read. */
const bigBody = 200_000;
const faultsKept = 20;

/** Sends what nobody should, over HTTP to the bot in a process of its own, and looks for what it did. @returns 0 when nothing was found */
export async function fuzz(options: FuzzOptions): Promise<number> {
  const [microsoft, connector] = await Promise.all([startMicrosoft(), startConnector()]);
  const folder = mkdtempSync(path.join(tmpdir(), 'thidua-fuzz-'));
  try {
    const target = await openBot(microsoft, folder);
    const poster = createPoster(target.url);
    const run = await fire(options, { microsoft, connector, target, poster }).finally(() => {
      poster.close();
      return target.stop();
    });
    const result: FuzzResult = { options, ...run, errors: errorsIn(folder), traces: tracesOf(folder, mark) };
    keep(result);
    print(result);
    return isGood(result) ? 0 : 1;
  } finally {
    microsoft.close();
    connector.close();
    for (const each of [folder, `${folder}-secrets`]) rmSync(each, { recursive: true, force: true });
  }
}

/** The sample centre with this year's round open. */
async function openBot(microsoft: Microsoft, folder: string): Promise<Target> {
  const { BENCH_NOW, ...env } = {
    DATA_DIR: folder,
    PLAN_FILE: planFile,
    ROSTER_FILE: fileURLToPath(sampleRosterFile),
    LOG_LEVEL: 'error',
    BENCH_COUNTS: 'yes',
    BENCH_NOW: '2026-10-27T09:00:00+07:00',
  };
  const starting = { microsoft, folder, env: { ...env, BENCH_NOW } };
  // Once to read the roster.
  const importing = await startTarget('ours', starting);
  await importing.stop();
  await openRound(env);
  return startTarget('ours', { ...starting, nodeArguments: ['--expose-gc'] });
}

interface Firing {
  readonly microsoft: Microsoft;
  readonly connector: Connector;
  readonly target: Target;
  readonly poster: Poster;
}

async function fire({ activities, seed }: FuzzOptions, { microsoft, connector, target, poster }: Firing) {
  const roster = readRosterFile(sampleRosterFile);
  const sendersAmong = (people: readonly string[]) =>
    createSenders({ microsoft, serviceUrl: connector.serviceUrl, appId, people });
  const envelopeOf = await sendersAmong(roster.map(({ aadObjectId }) => aadObjectId));
  const oneOfEach = [...new Map(roster.map((row) => [row.roles, row.aadObjectId])).values()];
  const envelopes = await Promise.all(oneOfEach.map(async (one) => (await sendersAmong([one]))('known', dice(seed))));
  const buttons = await findButtons({ poster, connector, envelopes });

  const statuses: Record<string, Record<string, number>> = {};
  const faults: string[] = [];
  const memory: Memory[] = [];
  let writtenByNobody = 0;

  async function send(sender: Sender, i: number): Promise<void> {
    const rolled = dice(seed * 1_000_003 + i);
    const envelope = envelopeOf(sender, rolled);
    const body = JSON.stringify(activityOf(sender, envelope, { dice: rolled, buttons }));
    const { status, body: said } = await poster.post(body, envelope.token);
    const of = statuses[sender] ?? {};
    of[status] = (of[status] ?? 0) + 1;
    statuses[sender] = of;
    const isAllowed = allowed[sender].includes(status) || (status === 0 && body.length > bigBody);
    if (!isAllowed && faults.length < faultsKept)
      faults.push(`${i} ${sender}: ${status} ${said.slice(0, 200)} for ${body.slice(0, 300)}`);
  }

  const begun = performance.now();
  const marks = [0.1, 0.5, 1].map((share) => markAt(activities, share));
  for (let from = 0; from < activities && isAlive(target); from += batch) {
    const isOurs = (from / batch) % 2 === 0;
    const until = Math.min(from + batch, activities);
    await takeCounts(target);
    let next = from;
    const line = async (): Promise<void> => {
      for (let i = next; i < until; i = next) {
        next += 1;
        await send(isOurs ? 'known' : pick(dice(seed + i), unauthorised), i);
      }
    };
    await Promise.all(Array.from({ length: inFlight }, line));
    if (!isAlive(target)) break;
    if (!isOurs) for (const { written } of (await takeCounts(target)).turns) writtenByNobody += written;
    for (const at of marks.filter((each) => each > from && each <= until)) {
      memory.push({ at, ...(await memoryOf(target)) });
      console.error(`${at} of ${activities}, ${Math.round((performance.now() - begun) / 1_000)} s`);
    }
  }
  const seconds = (performance.now() - begun) / 1_000;
  return { buttons: countOf(buttons), statuses, faults, memory, writtenByNobody, seconds, crashed: !isAlive(target) };
}

const isAlive = ({ child }: Target): boolean => child.exitCode === null && child.signalCode === null;
const countOf = (buttons: readonly Button[]) => ({
  buttons: buttons.length,
  verbs: new Set(buttons.map(({ verb }) => verb)).size,
});

interface Told {
  readonly msg?: string;
  readonly page?: string;
  readonly err?: Readonly<Partial<Record<'type' | 'code' | 'message' | 'stack', string>>>;
}

/** What the bot told its log as an error of its own: the first line of each kind, and how often. */
function errorsIn(folder: string): Record<string, number> {
  const errors: Record<string, number> = {};
  for (const line of readFileSync(path.join(folder, 'ours.log'), 'utf8').split('\n').filter(Boolean)) {
    const { msg, page, err = {} }: Told = line.startsWith('{') ? JSON.parse(line) : { msg: line };
    const at = (err.stack ?? '').split('\n').slice(0, 4);
    const kind = [msg, page, err.type, err.code, err.message, ...at].filter(Boolean).join(' | ').slice(0, 700);
    errors[kind] = (errors[kind] ?? 0) + 1;
  }
  return errors;
}
