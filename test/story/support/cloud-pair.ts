import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { settleIn } from '../../../bench/fanout/bot-store.ts';
import { crowdOf, keyOf, officer, rosterOf } from '../../../bench/fanout/crowd.ts';
import { cardOf, createSeats, type TurnEnd } from '../../../bench/fanout/seats.ts';
import { dataOf, findAction, type InputValues } from '../../../sandbox/card-reading.ts';
import { movableClock } from '../../../sandbox/clock.ts';
import { writeSamplePlan } from '../../../sandbox/sample-plan.ts';
import type { JsonObject } from '../../../sandbox/shared/types.ts';
import { readPlan } from '../../../src/domain/plan/read-plan.ts';
import { list } from '../../../src/ports/documents.ts';
import { assessmentRecord } from '../../../src/records/assessment.ts';
import { receiptRecord } from '../../../src/records/campaign.ts';
import { type Delivery, deliveryRecord } from '../../../src/records/message.ts';
import { personRecord } from '../../../src/records/person.ts';
import { startOverheard } from '../../support/teams/start-overheard.ts';
import { type ChildBot, freePort, startChildBot } from './child-bot.ts';
import type { Cloud, CloudMachine } from './cloud.ts';
import { startFront } from './front.ts';
import { launch, launched } from './launches.ts';

/** A working day on which the plan sends nothing by itself. */
const morning = '2026-10-27T09:00';
const patienceMs = 150_000;
/** People who click on and on would keep a busy machine from answering any of them. */
const againMs = 1_000;
const answeringAtOnce = 6;

/** A bot and its machine. */
export interface Replica {
  readonly machine: CloudMachine;
  readonly bot: ChildBot;
}
interface Shown {
  readonly messageId: string;
  readonly card: JsonObject;
}
/** What became of the launch to one person, by the store and by their chat. */
export interface Account {
  readonly key: string;
  readonly delivery: Delivery;
  readonly copies: number;
}
export type CloudPair = Awaited<ReturnType<typeof openPair>>;

/** A centre of so many people with two processes, each on a machine of its own, and one address for both. */
export async function openPair(cloud: Cloud, database: string, people: number) {
  const folder = mkdtempSync(path.join(tmpdir(), 'thidua-test-'));
  const rows = crowdOf(people);
  const keys = rows.map((_, i) => keyOf(i));
  writeFileSync(path.join(folder, 'roster.csv'), rosterOf(rows));
  const planFile = writeSamplePlan(folder);
  const plan = readPlan(readFileSync(planFile, 'utf8'));
  const unit = plan.unit.id;
  const sandbox = await startOverheard({
    clock: movableClock(morning),
    roster: rows,
    keep: 'nothing',
    everyoneHasTheApp: true,
    enforceRates: true,
  });
  const chatOf = new Map(keys.map((key) => [key, sandbox.as(key).chatId]));
  const env = {
    PLAN_FILE: planFile,
    ROSTER_FILE: path.join(folder, 'roster.csv'),
    LOG_LEVEL: 'info',
    NOW: sandbox.clock.now().toUTC().toISO() ?? '',
  };
  const start = async (): Promise<Replica> => {
    const machine = await cloud.machine(database);
    return {
      machine,
      bot: await startChildBot(await freePort(), { ...env, ...machine.env }, { startsWithin: 60_000 }),
    };
  };
  // The first to come has the lease.
  const leader = await start();
  const store = await cloud.store(database);
  const [someone] = (await store.query({ unit, type: personRecord.type, limit: 1 })).items;
  await settleIn(store, { scope: { unit, tenant: someone?.doc.tenant ?? '' }, plan, sandbox });
  const other = await start();
  const front = await startFront([leader.bot.url, other.bot.url]);
  front.probe();
  sandbox.connect(`${front.url}/api/messages`);

  const shown = new Map<string, Shown>();
  const seats = createSeats(sandbox, launched);
  sandbox.watch((entry) => {
    const card = entry.kind === 'delivery' && entry.message.summary === launched ? cardOf(entry.message) : undefined;
    if (entry.kind === 'delivery' && card) shown.set(entry.message.chatId, { messageId: entry.message.id, card });
  });

  let ended = 0;
  sandbox.watch((entry) => {
    if (entry.kind === 'request' && entry.operation === 'send') ended += 1;
  });
  const begun = (): number => sandbox.faults.list().reduce((sum, { hits }) => sum + hits, 0);

  async function until(what: string, holds: () => boolean | Promise<boolean>): Promise<void> {
    for (const deadline = performance.now() + patienceMs; !(await holds()); await pause(20))
      assert.ok(performance.now() < deadline, `${what}: still not so; ${shown.size} are told`);
  }
  /** As people do: what is not answered with what they wait for is done again. */
  async function insist(wanted: string, act: () => Promise<TurnEnd>): Promise<Shown> {
    let last: TurnEnd | undefined;
    for (const deadline = performance.now() + patienceMs; performance.now() < deadline; await pause(againMs)) {
      const end = await act();
      last = end;
      if (end.kind === 'answered' && JSON.stringify(end.card ?? '').includes(wanted))
        return { messageId: end.messageId, card: end.card ?? {} };
    }
    throw new Error(`no answer with ${wanted}; the last: ${JSON.stringify(last).slice(0, 3000)}`);
  }
  const press = (
    key: string,
    on: Shown,
    click: { verb: string; data?: JsonObject; inputs?: InputValues; to: string },
  ) =>
    insist(click.to, () => {
      const action = findAction(on.card, 'Action.Execute', click.verb, click.data ?? {});
      return seats.press(key, on.messageId, { verb: click.verb, data: dataOf(action, click.inputs ?? {}) });
    });

  async function answers(key: string): Promise<void> {
    await until(`${key} is told`, () => shown.has(chatOf.get(key) ?? ''));
    const card = shown.get(chatOf.get(key) ?? '');
    assert.ok(card);
    await press(key, card, { verb: 'announce.acknowledge', to: 'Đã đọc lúc' });
    const form = await insist('assess.sheet', () => seats.ask(key, 'tự đánh giá'));
    const inputs = { 'rating-CN1': 'met', 'words-CN1': wordsOf(key) };
    await press(key, form, { verb: 'assess.sheet', data: { goTo: 'overview' }, inputs, to: 'được lưu' });
  }

  return {
    sandbox,
    keys,
    leader,
    other,
    told: (): number => shown.size,
    until,
    /**
     * Each send takes so long from now on, two of five only half: if all began and ended together, there would be moments with none under way.
     * @param sendMs in milliseconds
     */
    slowDown(sendMs: number): void {
      ended = 0;
      sandbox.faults.add({ kind: 'slow', delay: sendMs / 2, percent: 40, operations: ['send'] });
      sandbox.faults.add({ kind: 'slow', delay: sendMs, operations: ['send'] });
    },
    /** How many sends have come and are not answered, since all were slowed down. */
    underWay: (): number => begun() - ended,
    /** The office launches; the answer is not waited for, since nobody may be there to give it. */
    async launches(): Promise<void> {
      const prepare = await insist(launch, () => seats.ask(officer, 'phát động'));
      const preview = await press(officer, prepare, { verb: launch, to: launch });
      void press(officer, preview, { verb: launch, to: 'announce' }).catch(() => undefined);
    },
    /** Each of these says that they have read it once told, and answers a criterion, whoever is asked and however often it takes. */
    async answer(who: readonly string[]): Promise<void> {
      const left = [...who];
      const take = async (): Promise<void> => {
        for (let key = left.shift(); key !== undefined; key = left.shift()) await answers(key);
      };
      await Promise.all(Array.from({ length: answeringAtOnce }, take));
    },
    /** Whether no message is owed or under way any more. */
    async isSettled(): Promise<boolean> {
      const deliveries = await list(store, { unit, type: deliveryRecord });
      return deliveries.every(({ data }) => data.state !== 'pending' && data.state !== 'sending');
    },
    /** Their answers are there once. @returns the launch's messages, of which each person was owed one */
    async account(who: readonly string[]): Promise<Account[]> {
      const persons = new Map(
        (await list(store, { unit, type: personRecord })).map(({ id, data }) => [id, data.email.split('@')[0] ?? '']),
      );
      const receipts = await list(store, { unit, type: receiptRecord });
      assert.deepEqual(receipts.map(({ data }) => persons.get(data.person)).toSorted(), who);
      const assessed = await list(store, { unit, type: assessmentRecord });
      assert.deepEqual(assessed.map(({ data }) => data.answers.CN1?.words).toSorted(), who.map(wordsOf));
      const received = sandbox.received(launched);
      const owed = (await list(store, { unit, type: deliveryRecord })).flatMap(({ data }) => {
        const key = persons.get(data.to);
        const copies = received.get(chatOf.get(key ?? '') ?? '') ?? 0;
        return data.kind === launch && key !== undefined ? [{ key, delivery: data, copies }] : [];
      });
      assert.deepEqual(owed.map(({ key }) => key).toSorted(), keys);
      return owed;
    },
    async close(): Promise<void> {
      seats.stop();
      await Promise.all([leader.bot.kill(), other.bot.kill()]);
      await front.close();
      await store.close();
      await sandbox.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const wordsOf = (key: string): string => `Hoàn thành, ${key}.`;
