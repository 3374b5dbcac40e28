import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { dataOf, findAction } from '../../sandbox/card-reading.ts';
import { dice } from '../../sandbox/dice.ts';
import { texts } from '../../src/adapters/texts/texts.ts';
import { each } from '../../src/ports/documents.ts';
import { deliveryRecord } from '../../src/records/message.ts';
import { createAccount } from './account.ts';
import { countUnderWay, isSettled, launchOf, openBotStore } from './bot-store.ts';
import { keyOf, officer } from './crowd.ts';
import { outcomesOf, type PersonsCase, rateOf } from './figures.ts';
import type { FanoutOptions } from './options.ts';
import { openPlace, type Place } from './place.ts';
import { type FanoutResult, isGood, keep, machine, print, round } from './report.ts';
import { createSaves } from './saves.ts';
import { createSeats, type Seats } from './seats.ts';
import { addFaults, killPoints } from './trouble.ts';
import { createTurnTally } from './turn-tally.ts';
import { createTurns } from './turns.ts';

/** Of the service, per app and tenant. */
const limitPerSecond = 50;
const launch = 'announce.launch';
const launchSummary = texts('vi').t('summaries.campaign.launched');
/** People who write beside the launch: at five turns a second each once in twelve, which the limit of one chat allows. */
const mostPlayers = 60;
/** Without one more message of the launch the run is given up: who is still owed it counts as lost. */
const stalledMs = 180_000;
const killWithinMs = 200;
const MEGABYTE = 1024 * 1024;

/** Launches the campaign to so many people and measures it. @returns 0 when nobody was lost and nobody told twice unmarked */
export async function fanout(options: FanoutOptions): Promise<number> {
  console.log(`${options.name}: ${options.people} people, addresses written into the store before the bot starts`);
  const place = await openPlace(options);
  try {
    const result = await measure(place, options);
    keep(result);
    print(result);
    for (const [what, count] of place.bot.complaints()) console.log(`the bot wrote ${count} times: ${what}`);
    return isGood(result) ? 0 : 1;
  } finally {
    await place.close();
  }
}

async function measure(place: Place, options: FanoutOptions): Promise<FanoutResult> {
  const { sandbox, bot, folder, unit } = place;
  const roll = dice(options.seed);
  const seats = createSeats(sandbox, launchSummary);
  const tally = createTurnTally();
  const preview = await previewOf(seats);
  sandbox.resetLedger();
  const account = createAccount(sandbox, launchSummary);
  const told = (): number => sandbox.received(launchSummary).size;
  const players = Math.min(options.people - 1, mostPlayers);
  const keys = Array.from({ length: players }, (_, i) => keyOf(1 + Math.floor((i * (options.people - 1)) / players)));
  const turns = createTurns({ sandbox, seats, keys, launchSummary, tally });
  const others = sandbox.people.map(({ key }) => key).filter((key) => key !== officer && !keys.includes(key));
  const saves = createSaves(sandbox, seats, new Set(others));
  const lag = monitorEventLoopDelay({ resolution: 10 });
  const progress = setInterval(() => tell(told(), place), 60_000);
  if (options.faults > 0) addFaults(sandbox, options.faults);

  const clickedAt = performance.now();
  const confirmed = await seats.press(officer, preview.messageId, preview.action);
  if (confirmed.kind !== 'answered') throw new Error(`the launch was not confirmed: ${JSON.stringify(confirmed)}`);
  lag.enable();
  const playing = options.turns > 0 ? turns.run(options.turns) : Promise.resolve();
  const saving = options.saves > 0 ? saves.run(options.saves) : undefined;
  const killing = killAt(killPoints(options.kills, options.people, roll));
  await settled(place, { told, lastAt: account.lastAt, all: options.people, killing });
  const kills = await killing;
  turns.stop();
  saves.stop();
  await playing;
  const saved = await saving;
  lag.disable();
  clearInterval(progress);
  const memory = bot.memory();
  await bot.stop();

  const window = account.window();
  const ledger = sandbox.ledger();
  return {
    options,
    at: new Date().toISOString(),
    ...machine(),
    outcomes: await readOutcomes(place),
    rate: { ...roundedAll(rateOf(window, limitPerSecond)), ...roundedAll(window) },
    ownThrottled: ledger.throttled.byRate,
    injected: Object.fromEntries(faultHits()),
    busiestSecond: ledger.busiestSecond,
    bySecond: ledger.bySecond.join(' '),
    kills,
    turns: tally.figures(),
    saves: saved,
    memoryMb: { peak: mb(memory.peak), ready: mb(memory.ready), working: mb(memory.working), bench: benchPeak() },
    benchLagMs: round(Math.max(0, lag.percentile(99) / 1e6 - 10)),
    startMs: Math.round(place.startMs),
    clickToFirstMs: Math.round(account.firstAt() - clickedAt),
  };

  async function killAt(points: readonly number[]): Promise<FanoutResult['kills']> {
    let underWay = 0;
    let mostUnderWay = 0;
    let slowestRestartMs = 0;
    for (const point of points) {
      while (told() < point) await pause(5);
      await pause(roll() * killWithinMs);
      await bot.kill();
      const found = countUnderWay(folder);
      underWay += found;
      mostUnderWay = Math.max(mostUnderWay, found);
      const at = performance.now();
      await bot.start();
      slowestRestartMs = Math.max(slowestRestartMs, Math.round(performance.now() - at));
    }
    return { done: points.length, underWay, mostUnderWay, slowestRestartMs };
  }

  function faultHits(): [string, number][] {
    return sandbox.faults.list().map(({ kind, hits }) => [kind, hits]);
  }

  async function readOutcomes({ chats }: Place) {
    const store = openBotStore(folder);
    try {
      const cause = (await launchOf(store, unit, place.plan))?.spreadId ?? '';
      const owed = new Map<string, PersonsCase['delivery']>();
      const where = { field: 'cause', equals: cause };
      for await (const { data } of each(store, { unit, type: deliveryRecord, where })) {
        const { state, answeredAt, doubtful } = data;
        owed.set(data.to, { state, answeredAt, doubtful });
      }
      const received = sandbox.received(launchSummary);
      return outcomesOf(casesOf(chats, owed, received));
    } finally {
      await store.close();
    }
  }
}

function* casesOf(
  chats: Place['chats'],
  owed: ReadonlyMap<string, PersonsCase['delivery']>,
  received: ReadonlyMap<string, number>,
): Generator<PersonsCase> {
  for (const [person, chat] of chats) yield { received: received.get(chat) ?? 0, delivery: owed.get(person) };
}

/** The office's way to the button that launches. */
async function previewOf(seats: Seats) {
  const prepare = await seats.ask(officer, 'phát động');
  if (prepare.kind !== 'answered' || !prepare.card) throw new Error(`no launch: ${JSON.stringify(prepare)}`);
  const asked = dataOf(findAction(prepare.card, 'Action.Execute', launch, {}), {});
  const preview = await seats.press(officer, prepare.messageId, { verb: launch, data: asked });
  if (preview.kind !== 'answered' || !preview.card) throw new Error(`no preview: ${JSON.stringify(preview)}`);
  const data = dataOf(findAction(preview.card, 'Action.Execute', launch, {}), {});
  return { messageId: prepare.messageId, action: { verb: launch, data } };
}

/** Ends when everyone was looked at and nothing of the launch waits any more, or when nothing has come for long. */
async function settled(
  { folder, unit, plan }: Place,
  going: { told: () => number; lastAt: () => number; all: number; killing: Promise<unknown> },
): Promise<void> {
  const { told, lastAt, all, killing } = going;
  const startedAt = performance.now();
  let isKilling = true;
  killing.then(
    () => (isKilling = false),
    () => (isKilling = false),
  );
  const store = openBotStore(folder);
  try {
    const cause = (await launchOf(store, unit, plan))?.spreadId ?? '';
    for (;;) {
      await pause(500);
      const silent = performance.now() - Math.max(lastAt(), startedAt);
      if (silent > stalledMs)
        return console.log(`given up: ${told()} of ${all} told, nothing for ${stalledMs / 1000} s`);
      const isNear = told() >= all * 0.95 || silent > 3_000;
      if (!isKilling && isNear && (await isSettled(store, unit, cause))) break;
    }
  } finally {
    await store.close();
  }
}

function tell(told: number, { bot, chats }: Place): void {
  const { now, peak } = bot.memory();
  const own = mb(process.memoryUsage().rss);
  console.log(`${told} of ${chats.size} told; bot ${mb(now)} MB (peak ${mb(peak)}), bench ${own} MB`);
}

const mb = (bytes: number): number => Math.round(bytes / MEGABYTE);
const benchPeak = (): number => Math.round(process.resourceUsage().maxRSS / 1024);

const roundedAll = <T extends object>(figures: T): T =>
  Object.fromEntries(Object.entries(figures).map(([name, value]) => [name, round(value as number)])) as T;
