import assert from 'node:assert/strict';
import { movableClock } from '../../sandbox/clock.ts';
import { startBot } from '../../sandbox/start-bot.ts';
import { centreFolder } from '../story/support/open-centre.ts';
import { anyKey } from '../support/cosmos/a-cosmos.ts';
import { startCosmosStandIn } from '../support/cosmos/stand-in.ts';

describe('the numbers of a bot on Cosmos DB', () => {
  it('tell what it was charged, by what it asked', async () => {
    const standIn = await startCosmosStandIn();
    const place = centreFolder();
    const env = { ...place.env, COSMOS_ENDPOINT: standIn.endpoint, COSMOS_KEY: anyKey };
    const bot = await startBot({ port: 0, clock: movableClock('2026-10-26T08:00'), env });
    try {
      const text = await (await fetch(new URL('/metrics', bot.url))).text();
      for (const call of ['commit', 'get', 'count', 'due']) {
        const [, charged] =
          new RegExp(`thidua_store_request_units_total\\{call="${call}"\\} ([\\d.]+)`).exec(text) ?? [];
        assert.ok(Number(charged) > 0, call);
      }
      assert.match(text, /thidua_deliveries\{state="pending"\} 0/);
    } finally {
      await bot.stop();
      await standIn.stop();
      place.remove();
    }
  });
});
