import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { crowdOf } from '../../bench/fanout/crowd.ts';
import { movableClock } from '../../sandbox/clock.ts';
import type { SeenMessage } from '../../sandbox/seen.ts';
import { sampleRosterFile } from '../../sandbox/server/roster.ts';
import type { Sandbox } from '../../sandbox/server/start-sandbox.ts';
import { openSqliteStore } from '../../src/adapters/sqlite/open-sqlite-store.ts';
import { list } from '../../src/ports/documents.ts';
import { auditRecord } from '../../src/records/audit.ts';
import { aadKeyRecord } from '../../src/records/key.ts';
import { personRecord } from '../../src/records/person.ts';
import { startOverheard } from '../support/teams/start-overheard.ts';
import { waitUntil } from '../support/wait-until.ts';
import { type ChildBot, freePort, startChildBot } from './support/child-bot.ts';
import { unit } from './support/launches.ts';
import { type CentreFolder, centreFolder } from './support/open-centre.ts';

const newcomers = 10_000;

describe(`kill -9 while a roster with ${newcomers} new people is written`, function () {
  this.timeout(300_000);
  const clock = movableClock('2026-10-26T08:00');
  let place: CentreFolder;
  let sandbox: Sandbox;
  let port: number;
  let bot: ChildBot;

  before(async () => {
    place = centreFolder();
    sandbox = await startOverheard({ clock });
    port = await freePort();
    sandbox.connect(`http://127.0.0.1:${port}/api/messages`);
    await start();
  });
  after(async () => {
    await bot.kill();
    await sandbox.stop();
    place.remove();
  });
  const start = async (): Promise<void> => {
    bot = await startChildBot(port, { ...place.env, NOW: clock.now().toUTC().toISO() ?? '' });
  };
  const newest = (id: string): SeenMessage => {
    const found = sandbox
      .as('le')
      .messages()
      .find((message) => message.id === id);
    assert.ok(found);
    return found;
  };
  /** Of the card, how many are written. */
  const written = (id: string): number => Number(/Đang ghi: (\d+) trên/.exec(newest(id).words)?.[1] ?? 0);
  const until = (what: string, holds: () => boolean, withinMs = 120_000) =>
    waitUntil(what, holds, { withinMs, everyMs: 20, says: () => newest(sent).words });
  let sent = '';

  it('the card says how far it is; after the restart it goes on by itself, and everyone is there once', async () => {
    await sandbox.install();
    const sample = readFileSync(sampleRosterFile, 'utf8').trimEnd().split('\n');
    const heading = (sample[0] ?? '').split(',');
    // The crowd has columns of its own: what the sample has besides stays empty.
    const crowd = crowdOf(newcomers + 50).slice(50);
    const rows = crowd.map((row) => {
      const cells: Record<string, string> = { ...row };
      return heading.map((column) => cells[column] ?? '').join(',');
    });
    const [reading] = await sandbox.as('le').upload('nhan-su.csv', Buffer.from([...sample, ...rows].join('\n')));
    assert.ok(reading);
    sent = reading.id;
    await until('it is read', () => newest(sent).words.includes(`Thêm mới\n${newcomers}`));
    const begun = performance.now();
    await sandbox.as('le').click(newest(sent), 'roster.confirm');
    await until('some are written', () => written(sent) > 500);
    const before = written(sent);
    bot.signal('SIGKILL');
    await bot.ended;
    await start();
    await until('more are written', () => written(sent) > before || newest(sent).words.includes('Đã ghi xong'));
    await until('all are written', () => newest(sent).words.includes(`Đã ghi xong: thay đổi ${newcomers} người`));
    console.log(`      ${newcomers} people in ${Math.round((performance.now() - begun) / 1000)} s, a restart included`);
    const store = openSqliteStore({ path: path.join(place.folder, 'thidua.db') });
    const people = (await list(store, { unit, type: personRecord })).map(({ data }) => data);
    assert.equal(people.length, sample.length - 1 + newcomers);
    const known = people.map(({ aadObjectId }) => aadObjectId).filter(Boolean);
    assert.equal(new Set(known).size, known.length);
    assert.equal((await list(store, { unit, type: aadKeyRecord })).length, known.length);
    const applied = (await list(store, { unit, type: auditRecord })).filter(
      ({ data }) => data.command === 'roster.apply',
    );
    const sum = applied.reduce((all, { data }) => all + Number(data.facts.n ?? 0), 0);
    assert.equal(sum, newcomers, 'each is written by one event');
    await store.close();
    const told = Object.values(sandbox.ledger().deliveries).reduce((all, n) => all + n, 0);
    assert.ok(told < 200, `${told} messages: nobody is told of it but who sent it`);
  });
});
