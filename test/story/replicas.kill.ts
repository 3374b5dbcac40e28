import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { openBotStore, settleIn } from '../../bench/fanout/bot-store.ts';
import { crowdOf, keyOf, officer, rosterOf } from '../../bench/fanout/crowd.ts';
import { cardOf, createSeats, type Seats, type TurnEnd } from '../../bench/fanout/seats.ts';
import { dataOf, findAction, type InputValues } from '../../sandbox/card-reading.ts';
import { movableClock } from '../../sandbox/clock.ts';
import { writeSamplePlan } from '../../sandbox/sample-plan.ts';
import type { Sandbox } from '../../sandbox/server/start-sandbox.ts';
import type { JsonObject } from '../../sandbox/shared/types.ts';
import { readPlan } from '../../src/domain/plan/read-plan.ts';
import { list } from '../../src/ports/documents.ts';
import { assessmentRecord } from '../../src/records/assessment.ts';
import { auditRecord } from '../../src/records/audit.ts';
import { receiptRecord } from '../../src/records/campaign.ts';
import { deliveryRecord, outcomeOf } from '../../src/records/message.ts';
import { personRecord } from '../../src/records/person.ts';
import { startOverheard } from '../support/teams/start-overheard.ts';
import { waitUntil } from '../support/wait-until.ts';
import { type ChildBot, freePort, startChildBot } from './support/child-bot.ts';
import { type Front, startFront } from './support/front.ts';
import { launch, launched } from './support/launches.ts';

const people = 1_000;
const processes = 4;
/** A working day on which the plan sends nothing by itself. */
const morning = '2026-10-27T09:00';
const acknowledge = 'announce.acknowledge';
const assess = 'assess.sheet';
/** How many sends a process has under way at most. */
const atOnce = 25;
const underWay: ReadonlySet<string> = new Set(['pending', 'sending']);

interface Shown {
  readonly messageId: string;
  readonly card: JsonObject;
}

describe(`${processes} processes on one data folder, behind one address`, function () {
  this.timeout(400_000);
  let folder: string;
  let sandbox: Sandbox;
  let front: Front;
  let seats: Seats;
  let bots: ChildBot[] = [];
  let ports: number[] = [];
  /** The launch as it stands in each chat. */
  const shown = new Map<string, Shown>();

  const env = () => ({
    DATA_DIR: folder,
    LINK_KEY: 'A'.repeat(43),
    PLAN_FILE: path.join(folder, 'plan.yaml'),
    ROSTER_FILE: path.join(folder, 'roster.csv'),
    LOG_LEVEL: 'info',
    NOW: sandbox.clock.now().toUTC().toISO() ?? '',
  });
  const start = (port: number): Promise<ChildBot> => startChildBot(port, env(), { startsWithin: 60_000 });

  before(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'thidua-test-'));
    const rows = crowdOf(people);
    writeFileSync(path.join(folder, 'roster.csv'), rosterOf(rows));
    writeFileSync(path.join(folder, 'plan.yaml'), readFileSync(writeSamplePlan(folder), 'utf8'));
    sandbox = await startOverheard({
      clock: movableClock(morning),
      roster: rows,
      keep: 'nothing',
      everyoneHasTheApp: true,
      enforceRates: true,
    });
    ports = await Promise.all(Array.from({ length: processes }, freePort));
    const first = await start(ports[0] ?? 0);
    first.signal('SIGTERM');
    await first.ended;
    await settle();
    bots = await Promise.all(ports.map(start));
    front = await startFront(ports.map((port) => `http://127.0.0.1:${port}`));
    sandbox.connect(`${front.url}/api/messages`);
    seats = createSeats(sandbox, launched);
    sandbox.watch((entry) => {
      const card = entry.kind === 'delivery' && entry.message.summary === launched ? cardOf(entry.message) : undefined;
      if (entry.kind === 'delivery' && card) shown.set(entry.message.chatId, { messageId: entry.message.id, card });
    });
  });
  after(async () => {
    seats?.stop();
    await Promise.all(bots.map((bot) => bot.kill()));
    await front?.close();
    await sandbox?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  async function settle(): Promise<void> {
    const plan = readPlan(readFileSync(path.join(folder, 'plan.yaml'), 'utf8'));
    const store = openBotStore(folder);
    const [someone] = (await store.query({ unit: plan.unit.id, type: personRecord.type, limit: 1 })).items;
    await settleIn(store, { scope: { unit: plan.unit.id, tenant: someone?.doc.tenant ?? '' }, plan, sandbox });
    await store.close();
  }

  const leads = (bot: ChildBot): boolean => {
    const said = bot.written();
    return said.includes('this process now sends') || !said.includes('another process sends');
  };

  /**
   * Ends the one that sends as a power cut would, in the middle of something, and starts another in its place.
   * @param done for how many it is done
   */
  async function killLeader(done: () => number): Promise<void> {
    const at = bots.findIndex(leads);
    assert.ok(at >= 0, 'one of them sends');
    const before = done();
    await bots[at]?.kill();
    const after = done();
    assert.ok(
      before > 0 && after < people,
      `it was done for ${before} to ${after} as it was killed: not in the middle`,
    );
    bots[at] = await start(ports[at] ?? 0);
  }

  const until = (what: string, holds: () => boolean) =>
    waitUntil(what, holds, { withinMs: 120_000, everyMs: 20, says: () => `${shown.size} people are told` });

  /** How often a process died over what somebody did: `startFront` answers for it. */
  let diedOver = 0;
  /** As people do: what brings no answer is done again. */
  async function insist(act: () => Promise<TurnEnd>): Promise<Shown> {
    for (let tries = 0; tries < 20; tries += 1) {
      const end = await act();
      if (end.kind === 'answered' && end.card) return { messageId: end.messageId, card: end.card };
      if (end.kind === 'refused' && end.words === 'HTTP 502') diedOver += 1;
      await pause(200);
    }
    throw new Error('no answer after 20 tries');
  }
  const press = (key: string, on: Shown, verb: string, data: JsonObject = {}, inputs: InputValues = {}) =>
    insist(() =>
      seats.press(key, on.messageId, { verb, data: dataOf(findAction(on.card, 'Action.Execute', verb, data), inputs) }),
    );

  it('serve everybody whoever is asked: each answer is kept once, and nobody is lost, however often the one that sends is killed', async () => {
    const keys = Array.from({ length: people }, (_, i) => keyOf(i));
    const chatOf = new Map(keys.map((key) => [key, sandbox.as(key).chatId]));
    const prepare = await insist(() => seats.ask(officer, 'phát động'));
    const preview = await press(officer, prepare, launch);
    // Long enough that each kill finds sends under way.
    sandbox.faults.add({ kind: 'slow', delay: 150, operations: ['send'] });
    await press(officer, { ...preview, messageId: prepare.messageId }, launch);
    for (const point of [200, 600]) {
      await until(`${point} are told`, () => shown.size >= point);
      await killLeader(() => shown.size);
    }
    await until('all are told', () => shown.size === people);

    diedOver = 0;
    let answered = 0;
    const answering = Promise.all(
      keys.map(async (key) => {
        const card = shown.get(chatOf.get(key) ?? '');
        assert.ok(card);
        await press(key, card, acknowledge);
        const form = await insist(() => seats.ask(key, 'tự đánh giá'));
        const inputs = { 'rating-CN1': 'met', 'words-CN1': `Hoàn thành, ${key}.` };
        await press(key, form, assess, { goTo: 'overview' }, inputs);
        answered += 1;
      }),
    );
    // While some are still reading, others answer: each kill finds something of both.
    for (const point of [50, 500]) {
      await until(`${point} have answered`, () => answered >= point);
      await killLeader(() => answered);
    }
    await answering;
    assert.ok(diedOver > 0, 'no kill found an answer under way');
    const store = openBotStore(folder);
    const unit = readPlan(readFileSync(path.join(folder, 'plan.yaml'), 'utf8')).unit.id;
    const isSettled = async (): Promise<boolean> =>
      (await list(store, { unit, type: deliveryRecord })).every(({ data: { state } }) => !underWay.has(state));
    await waitUntil('nothing is left to send', isSettled, { everyMs: 200 });
    for (const bot of bots) bot.signal('SIGTERM');
    assert.deepEqual(await Promise.all(bots.map((bot) => bot.ended)), Array(processes).fill(0));

    const persons = new Map(
      (await list(store, { unit, type: personRecord })).map(({ id, data }) => [id, data.email.split('@')[0] ?? '']),
    );
    const receipts = (await list(store, { unit, type: receiptRecord })).map(
      ({ data }) => persons.get(data.person) ?? '',
    );
    assert.deepEqual(receipts.toSorted(), keys);
    const assessed = (await list(store, { unit, type: assessmentRecord })).map(({ data }) => [
      persons.get(data.candidate.id) ?? '',
      data.answers.CN1?.words ?? '',
    ]);
    assert.deepEqual(
      assessed.toSorted(),
      keys.map((key) => [key, `Hoàn thành, ${key}.`]),
    );

    const audit = await list(store, { unit, type: auditRecord });
    for (const command of [acknowledge, assess]) {
      const by = audit.filter(({ data }) => data.command === command).map(({ data }) => persons.get(data.actor) ?? '');
      assert.deepEqual(by.toSorted(), keys, `${command}: once by each`);
    }

    const received = sandbox.received(launched);
    const owed = (await list(store, { unit, type: deliveryRecord })).filter(
      ({ data }) => data.kind === launch && persons.has(data.to),
    );
    await store.close();
    assert.deepEqual(owed.map(({ data }) => persons.get(data.to) ?? '').toSorted(), keys);
    const doubtful = owed.filter(({ data }) => data.doubtful === true);
    for (const { data } of owed) {
      const copies = received.get(chatOf.get(persons.get(data.to) ?? '') ?? '') ?? 0;
      assert.ok(
        copies === 1 || (copies > 1 && data.doubtful),
        `${persons.get(data.to)} has ${copies}, ${outcomeOf(data)}`,
      );
    }
    assert.ok(doubtful.length > 0, 'no kill found a send under way');
    assert.ok(doubtful.length <= 3 * atOnce, `${doubtful.length} are marked: more than were under way`);
    for (const [target, count] of front.answered) assert.ok(count > people / processes, `${target} answered ${count}`);
  });
});
