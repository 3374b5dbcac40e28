import assert from 'node:assert/strict';
import { type ManyBotsCentre, openChildCentre } from './support/child-centre.ts';
import { type Cloud, startCloud } from './support/cloud.ts';
import { type CentreFolder, centreFolder } from './support/open-centre.ts';
import { tellStory } from './the-story.ts';

const database = 'thidua';

describe('two processes on one Cosmos DB (stand-in) and one Azurite, asked in turn', () => {
  let cloud: Cloud;
  let place: CentreFolder;
  let centre: ManyBotsCentre | undefined;

  before(async () => {
    cloud = await startCloud();
    place = centreFolder();
  });
  after(async () => {
    await cloud.close();
    place.remove();
  });

  describe('live through the round as one bot', function () {
    tellStory(this, async () => {
      const machines = [await cloud.machine(database), await cloud.machine(database)];
      const envs = machines.map(({ env }) => ({ ...place.env, LOG_LEVEL: 'info', ...env }));
      centre = await openChildCentre({ envs, watch: () => cloud.watch(database) });
      return centre;
    });

    it('each has answered about as many as the other, and one of them has sent', () => {
      assert.ok(centre);
      const answered = [...centre.front.answered.values()];
      assert.ok(Math.max(...answered) - Math.min(...answered) <= 1 + answered.length, answered.join());
      const waiting = centre.bots().filter((bot) => bot.written().includes('another process sends'));
      assert.equal(waiting.length, 1);
    });
  });
});
