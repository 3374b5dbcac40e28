import assert from 'node:assert/strict';
import path from 'node:path';
import { movableClock } from '../../sandbox/clock.ts';
import type { SeenMessage } from '../../sandbox/seen.ts';
import type { Sandbox } from '../../sandbox/server/start-sandbox.ts';
import { openSqliteStore } from '../../src/adapters/sqlite/open-sqlite-store.ts';
import { list } from '../../src/ports/documents.ts';
import { auditRecord } from '../../src/records/audit.ts';
import { startOverheard } from '../support/teams/start-overheard.ts';
import { waitUntil } from '../support/wait-until.ts';
import { type ChildBot, freePort, startChildBot } from './support/child-bot.ts';
import { launch, launched, launchesIn, launchPreview, unit } from './support/launches.ts';
import { type CentreFolder, centreFolder } from './support/open-centre.ts';
import { clickOf, postTo } from './support/wire.ts';

/** Not installed, blocked, left, not in the roster. */
const unreachable = new Set(['tho', 'suu', 'mai', 'khach', 'nguoimoi']);
/** Whom the channel's record is owed to. */
const channel = 'channel:office';
/** Without the one who left. */
const inRoster = 59;
/** How many sends the bot has under way at most; what a kill may leave in doubt. */
const atOnce = 25;

describe('kill -9 while the launch goes out', function () {
  this.timeout(120_000);
  const clock = movableClock('2026-10-26T08:00');
  let place: CentreFolder;
  let sandbox: Sandbox;
  let port: number;
  let bot: ChildBot | undefined;

  beforeEach(async () => {
    place = centreFolder();
    sandbox = await startOverheard({ clock });
    port = await freePort();
    sandbox.connect(`http://127.0.0.1:${port}/api/messages`);
  });
  afterEach(async () => {
    await bot?.kill();
    await sandbox.stop();
    place.remove();
  });

  const start = async (): Promise<void> => {
    bot = await startChildBot(port, { ...place.env, NOW: clock.now().toUTC().toISO() ?? '' });
  };

  /** Messages of the bot by chat: at first the welcomes; from the confirm click until the end nothing but the launch. */
  const sent = (): Record<string, number> => sandbox.ledger().deliveries;
  const told = (): number => Object.keys(sent()).length;

  const until = (what: string, holds: () => boolean) =>
    waitUntil(what, holds, { withinMs: 15_000, everyMs: 2, says: () => `${told()} people are told` });

  /** The launch's deliveries, of one launch. */
  async function launches() {
    const store = openSqliteStore({ path: path.join(place.folder, 'thidua.db') });
    try {
      const commands = (await list(store, { unit, type: auditRecord })).map(({ data }) => data.command);
      assert.equal(commands.filter((command) => command === launch).length, 1, 'launched once');
      return await launchesIn(store);
    } finally {
      await store.close();
    }
  }

  it('restart: everyone has it, and nobody twice without a mark', async () => {
    await start();
    await sandbox.install();
    const le = sandbox.as('le');
    const office = le.channel('office');
    // A bot that has just started sends nothing for a second: the welcomes must not be taken for launches.
    await until('all are welcomed', () => told() === sandbox.people.length - unreachable.size);
    await sandbox.idle();
    await office.mention('kênh văn phòng');
    const preview = await launchPreview(le);
    const chats = new Map([
      ...sandbox.people.map(({ key, chatId }) => [key, chatId] as const),
      [channel, office.chatId] as const,
    ]);
    // Long enough that a kill finds sends under way.
    sandbox.faults.add({ kind: 'slow', delay: 150, operations: ['send'] });
    sandbox.resetLedger();

    const doubted = new Set<string>();
    /** The second time, the message had arrived and the answer had not: it is not sent a third time. */
    const doubtedTwice = new Set<string>();
    let inDoubt: string[] = [];
    let before = sent();
    /** Pulls the plug, and notes whom the bot was sending to. */
    const kill = async (): Promise<void> => {
      await bot?.kill();
      const underWay = [...(await launches())].filter(([, { state }]) => state === 'sending');
      assert.ok(underWay.length <= atOnce, `${underWay.length} sends under way`);
      inDoubt = underWay.filter(([, { doubtful }]) => !doubtful).map(([key]) => key);
      for (const [key, { doubtful }] of underWay) (doubtful ? doubtedTwice : doubted).add(key);
      await sandbox.idle(200);
      before = sent();
    };
    const countOf = (key: string, of = sent()): number => of[chats.get(key) ?? ''] ?? 0;
    /** Whoever came into doubt has been sent the message again, so that a second doubt leaves nobody without. */
    const settled = (): boolean => inDoubt.every((key) => unreachable.has(key) || countOf(key) > countOf(key, before));

    const click = clickOf(sandbox, 'le', { message: preview, verb: launch });
    const confirmed = await postTo(`http://127.0.0.1:${port}/api/messages`, click);
    await kill();
    assert.equal(confirmed.status, 200);
    // Among the first, and among the last.
    for (const count of [5, 45]) {
      await start();
      await until(`${count} are told`, () => told() >= count && settled());
      await kill();
    }
    assert.ok(doubted.size > 0, 'the kills found sends under way');
    await start();
    const reachable = [...chats.keys()].filter((key) => !unreachable.has(key));
    await until('all are told', () => told() === reachable.length && settled());
    await sandbox.idle(300);

    const found = (messages: readonly SeenMessage[]): number => messages.filter((m) => m.summary === launched).length;
    for (const key of reachable) {
      const count = found(key === channel ? office.messages() : sandbox.as(key).messages());
      assert.ok(count === 1 || (count === 2 && doubted.has(key)), `${key} has ${count}`);
    }
    for (const key of unreachable) assert.equal(found(sandbox.as(key).messages()), 0, key);

    const [page] = await le.say('phát động');
    const words = page?.words.split('\n') ?? [];
    const figure = (label: string): number => Number(words[words.indexOf(label) - 1]);
    const [people, delivered, pending, doubtful, unreached] = [
      'Người nhận',
      'Đã gửi đến',
      'Đang gửi',
      'Chưa rõ kết quả gửi',
      'Chưa kết nối',
    ].map(figure);
    const uncertain = [...doubtedTwice].filter((key) => key !== channel);
    const certain = reachable.filter((key) => key !== channel && !doubtedTwice.has(key));
    assert.deepEqual(
      { people, delivered, pending, doubtful, unreached },
      {
        people: inRoster,
        delivered: certain.length,
        pending: 0,
        doubtful: uncertain.length,
        unreached: inRoster - certain.length - uncertain.length,
      },
    );

    await bot?.kill();
    const owed = await launches();
    for (const key of reachable) {
      const { state, doubtful: marked } = owed.get(key) ?? {};
      const expected = { key, state: doubtedTwice.has(key) ? 'ambiguous' : 'sent', marked: doubted.has(key) };
      assert.deepEqual({ key, state, marked }, expected);
    }
  });
});
