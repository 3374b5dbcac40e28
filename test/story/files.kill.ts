import assert from 'node:assert/strict';
import { readdirSync, utimesSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { movableClock } from '../../sandbox/clock.ts';
import type { Sandbox } from '../../sandbox/server/start-sandbox.ts';
import { openSqliteStore } from '../../src/adapters/sqlite/open-sqlite-store.ts';
import { list } from '../../src/ports/documents.ts';
import { evidenceRecord } from '../../src/records/evidence.ts';
import { sentFileRecord } from '../../src/records/sent-file.ts';
import { sha256Of } from '../support/memory-files.ts';
import { startOverheard } from '../support/teams/start-overheard.ts';
import { waitUntil } from '../support/wait-until.ts';
import { type ChildBot, freePort, startChildBot } from './support/child-bot.ts';
import { unit } from './support/launches.ts';
import { type CentreFolder, centreFolder } from './support/open-centre.ts';
import { openRound } from './support/open-round.ts';
import { type SlowHost, slowHost } from './support/slow-host.ts';
import { activityOf, postTo } from './support/wire.ts';

/** Large enough that half of it is on the disk before the rest comes. */
const pdf = (name: string): Buffer =>
  Buffer.concat([Buffer.from(`%PDF-1.7\n% ${name}\n`), Buffer.alloc(3_000_000, name), Buffer.from('\n%%EOF\n')]);
const names = ['một.pdf', 'hai.pdf', 'ba.pdf'];

describe('kill -9 between the answer and the file', function () {
  this.timeout(120_000);
  const clock = movableClock('2026-10-26T08:00');
  let place: CentreFolder;
  let sandbox: Sandbox;
  let host: SlowHost;
  let port: number;
  let bot: ChildBot | undefined;

  beforeEach(async () => {
    place = centreFolder();
    sandbox = await startOverheard({ clock });
    host = await slowHost(pdf);
    port = await freePort();
    sandbox.connect(`http://127.0.0.1:${port}/api/messages`);
    await start();
    await sandbox.install();
    await openRound(sandbox);
  });
  afterEach(async () => {
    await bot?.kill();
    host.stop();
    await sandbox.stop();
    place.remove();
  });

  const start = async (): Promise<void> => {
    bot = await startChildBot(port, { ...place.env, NOW: clock.now().toUTC().toISO() ?? '' });
  };
  const again = async (): Promise<void> => {
    await bot?.kill();
    await start();
  };
  /** All the files in one message. @returns once it is answered */
  async function send(): Promise<void> {
    const attachments = names.map((name) => ({
      contentType: 'application/vnd.microsoft.teams.file.download.info',
      content: { downloadUrl: host.url(name) },
      name,
    }));
    const answer = await postTo(`http://127.0.0.1:${port}/api/messages`, activityOf(sandbox, 'lan', { attachments }));
    assert.equal(answer.status, 200);
  }
  const until = (what: string, holds: () => boolean) => waitUntil(what, holds, { withinMs: 30_000, everyMs: 5 });
  const folder = (): string => path.join(place.folder, 'files');
  const onDisk = () =>
    readdirSync(folder(), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const unfinished = (): string[] => readdirSync(path.join(folder(), 'unfinished'));
  /** What lan was told of the files, message by message. */
  const words = (): string[] =>
    sandbox
      .as('lan')
      .messages()
      .filter(({ author, words }) => author.kind === 'bot' && /đã được lưu trong hồ sơ|Tệp chưa nhận/.test(words))
      .map((message) => message.words);
  /** Of a bot that has ended. */
  async function records() {
    const store = openSqliteStore({ path: path.join(place.folder, 'thidua.db') });
    try {
      const evidence = await list(store, { unit, type: evidenceRecord });
      return {
        evidence: evidence.map(({ data }) => ({ name: data.name, sha256: data.sha256 })),
        sent: (await list(store, { unit, type: sentFileRecord })).length,
      };
    } finally {
      await store.close();
    }
  }
  /** Each file is in the dossier once, on the disk once, and told of; nothing else is left. */
  async function requireAllIn(): Promise<void> {
    await until('all are told', () => names.every((name) => words().some((word) => word.includes(name))));
    await bot?.kill();
    const { evidence, sent } = await records();
    assert.deepEqual(evidence.map(({ name }) => name).sort(), [...names].sort());
    assert.equal(sent, 0);
    const digests = names.map((name) => sha256Of(pdf(name))).sort();
    assert.deepEqual(evidence.map(({ sha256 }) => sha256).sort(), digests);
    await requireOnDisk(digests);
  }
  /** What the dead left behind is old by the time of the next day's look; a start looks too. */
  async function requireOnDisk(digests: readonly string[]): Promise<void> {
    const old = new Date(Date.now() - 2 * 3_600_000);
    for (const { parentPath, name } of onDisk()) utimesSync(path.join(parentPath, name), old, old);
    await start();
    const there = (): string[] => onDisk().map(({ name }) => name);
    await until('nothing is left that no record names', () => there().length <= digests.length);
    assert.deepEqual(there().sort(), digests);
  }

  it('restart: a file that nobody had begun to fetch comes in', async () => {
    host.mood = 'silent';
    await send();
    await until('it is asked for', () => host.asked > 0);
    host.mood = 'whole';
    await again();
    await requireAllIn();
  });

  it('restart: a file that had come half comes in once, and its first half goes', async () => {
    host.mood = 'half';
    await send();
    await until('half of it is there', () => unfinished().length > 0);
    host.mood = 'whole';
    await again();
    assert.ok(unfinished().length > 0);
    await requireAllIn();
  });

  it('restart, whenever it dies: each file is in once', async () => {
    await send();
    for (const ms of [0, 40, 15, 90, 5, 60]) {
      await pause(ms);
      await again();
    }
    await requireAllIn();
  });

  it('restart: of a file whose address has expired meanwhile the sender is told to send it again', async () => {
    host.mood = 'silent';
    await send();
    await until('it is asked for', () => host.asked > 0);
    host.mood = 'gone';
    await again();
    await until('lan is told', () => words().length > 0);
    const [word, ...more] = words();
    assert.deepEqual(more, []);
    for (const name of names)
      assert.match(word ?? '', new RegExp(`“${name}”[^\\n]*hết hiệu lực[^\\n]*đính kèm lại tệp này`));
    await bot?.kill();
    assert.deepEqual(await records(), { evidence: [], sent: 0 });
    await requireOnDisk([]);
  });
});
