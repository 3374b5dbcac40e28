import assert from 'node:assert/strict';
import { movableClock } from '../../sandbox/clock.ts';
import type { Sandbox } from '../../sandbox/server/start-sandbox.ts';
import { type RunningBot, startBot } from '../../sandbox/start-bot.ts';
import { storeWith } from '../support/store-with.ts';
import { startOverheard } from '../support/teams/start-overheard.ts';
import { waitUntil } from '../support/wait-until.ts';
import { openDocuments, untilQuiet } from './support/documents.ts';
import { launch, launched, launchPreview } from './support/launches.ts';
import { type CentreFolder, centreFolder } from './support/open-centre.ts';

/** Of the sample centre's 59, those whom a message reaches. */
const reachable = 57;

describe('a store that takes longer than Teams waits for a click, over the wire', function () {
  this.timeout(60_000);
  let sandbox: Sandbox;
  let bot: RunningBot;
  let place: CentreFolder;
  /** Resolved while the store is as fast as ever. */
  let gate: Promise<void>;
  const logged: string[] = [];

  before(async () => {
    gate = Promise.resolve();
    const clock = movableClock('2026-10-26T08:00');
    sandbox = await startOverheard({ clock });
    place = centreFolder();
    bot = await startBot({
      port: 0,
      clock,
      env: { ...place.env, LOG_LEVEL: 'info' },
      logTo: { write: (line) => void logged.push(line) },
      clickMs: 500,
      around: (store) =>
        storeWith(store, {
          commit: async (unit, changes) => {
            await gate;
            return store.commit(unit, changes);
          },
        }),
    });
    sandbox.connect(bot.url);
    await sandbox.install();
    await quiet();
  });
  after(async () => {
    await bot.stop();
    await sandbox.stop();
    place.remove();
  });

  async function quiet(): Promise<void> {
    const documents = openDocuments(place.folder);
    await untilQuiet(documents, sandbox);
    documents.close();
  }
  const told = (): number => [...sandbox.received(launched).values()].reduce((sum, each) => sum + each, 0);

  it('the launch is answered in time and truly; delivered once more under a new id, it is still one launch', async () => {
    const le = sandbox.as('le');
    const preview = await launchPreview(le);
    let open = (): void => undefined;
    gate = new Promise((resolve) => {
      open = resolve;
    });
    // The answer to the first is lost, so Teams delivers the click again.
    sandbox.faults.add({ kind: 'redelivery', count: 1 });
    const clicked = await le.click(preview, launch);
    assert.deepEqual([clicked.status, clicked.card], [200, undefined]);
    assert.match(clicked.notice ?? '', /vẫn đang được thực hiện/);
    assert.equal(told(), 0);
    open();
    await waitUntil('somebody is told', () => told() > 0);
    await quiet();
    assert.equal(told(), reachable);
    const shown = (): string => le.messages().find(({ id }) => id === preview.id)?.words ?? '';
    const isDrawn = (): boolean => {
      sandbox.clock.advance({ seconds: 6 });
      return shown().includes('Tình hình phát động');
    };
    await waitUntil('the clicked card shows what came of it', isDrawn, { everyMs: 100 });
    const late = logged.map((line) => JSON.parse(line)).filter(({ msg }) => /before its work was done/.test(msg));
    assert.deepEqual(
      late.map(({ level, outcome }) => [level, outcome]),
      [
        [40, 'answered'],
        [40, 'answered'],
      ],
    );
  });
});
