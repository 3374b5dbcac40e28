import assert from 'node:assert/strict';
import { statSync } from 'node:fs';
import { movableClock } from '../../sandbox/clock.ts';
import { sampleFiles } from '../../sandbox/sample/files.ts';
import type { SeenMessage } from '../../sandbox/seen.ts';
import type { Sandbox } from '../../sandbox/server/start-sandbox.ts';
import { type RunningBot, startBot } from '../../sandbox/start-bot.ts';
import { unhurried } from '../support/patience.ts';
import { startOverheard } from '../support/teams/start-overheard.ts';
import { type CentreFolder, centreFolder } from './support/open-centre.ts';
import { openRound } from './support/open-round.ts';

const clock = movableClock('2026-10-26T08:00');

describe('a download link', function () {
  this.timeout(60_000);
  let sandbox: Sandbox;
  let place: CentreFolder;
  let bots: RunningBot[];

  const start = async (): Promise<RunningBot> => {
    const bot = await startBot({ port: 0, clock, env: place.env, ...unhurried });
    bots.push(bot);
    return bot;
  };
  before(async () => {
    bots = [];
    place = centreFolder();
    sandbox = await startOverheard({ clock });
    sandbox.connect((await start()).url);
    await sandbox.install();
  });
  after(async () => {
    await Promise.all(bots.map((bot) => bot.stop()));
    await sandbox.stop();
    place.remove();
  });

  /** Somebody’s evidence, as the card gives it to them. */
  async function evidenceLink(): Promise<URL> {
    await openRound(sandbox);
    const lan = sandbox.as('lan');
    const sample = sampleFiles.find(({ name }) => name === 'báo-cáo.pdf');
    assert.ok(sample);
    const isIn = ({ words }: SeenMessage): boolean => words.includes('đã được lưu trong hồ sơ');
    if (!(await lan.upload('báo-cáo.pdf', sample.bytes())).some(isIn)) await lan.next(isIn, 20_000);
    // What became of the file may be told in the same moment.
    const list = (await lan.say('minh chứng')).find(({ card }) => JSON.stringify(card).includes('"evidence.open"'));
    assert.ok(list);
    const { message } = await lan.click(list, 'evidence.open');
    const url = /"Action\.OpenUrl".*?"url":"([^"]+\/files\/[^"]+)"/.exec(JSON.stringify(message.card))?.[1];
    assert.ok(url, JSON.stringify(message.card));
    return new URL(url);
  }

  it('opens on another process, and after a restart; nothing of it can be read', async () => {
    const { origin, pathname } = await evidenceLink();
    const first = await fetch(`${origin}${pathname}`);
    assert.equal(first.status, 200);
    const bytes = await first.arrayBuffer();
    const beside = await start();
    for (const also of [beside, undefined]) {
      if (also === undefined) await Promise.all(bots.splice(0).map((bot) => bot.stop()));
      const { url } = also ?? (await start());
      const answer = await fetch(new URL(pathname, url));
      assert.equal(answer.status, 200);
      assert.deepEqual(await answer.arrayBuffer(), bytes);
    }
    const name = decodeURIComponent(
      /filename\*=UTF-8''(.*)$/.exec(first.headers.get('content-disposition') ?? '')?.[1] ?? '',
    );
    assert.equal(name, 'báo-cáo.pdf');
    assert.ok(!Buffer.from(pathname.replace('/files/', ''), 'base64url').includes(name));
  });
  it('is sealed with a key that is no part of the data', () => {
    assert.equal(statSync(`${place.folder}-secrets/links.key`).size, 32);
  });
});
