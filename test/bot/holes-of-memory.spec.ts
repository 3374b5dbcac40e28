import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import sinon from 'sinon';
import { startOfficeWithTokens } from '../support/office-with-tokens.ts';
import { appId, type Given, openTwoBots, type TwoBots } from '../support/two-bots.ts';

/** The very same requests to a bot on the stock SDK and to ours. */
describe('a hole of the SDK in what it remembers', function () {
  this.timeout(30_000);
  let two: TwoBots;
  beforeEach(async () => {
    two = await openTwoBots();
  });
  afterEach(() => two.close());

  it('is looked for with a request that both take', async () => {
    const given = { token: await two.token() };
    assert.deepEqual(await two.ran(given), [200, 1]);
    const before = two.ours.commits();
    assert.equal((await two.post(two.ours.url, given)).status, 200);
    assert.ok(two.ours.commits() > before);
  });

  it('is open there and closed here: whoever repeats a request is heard again', async () => {
    const given = { token: await two.token(), body: two.activity() };
    for (const _ of ['once', 'again']) assert.deepEqual(await two.ran(given), [200, 1]);
    const answersTo = async (what: Given): Promise<number> => {
      const before = two.keys.posted();
      assert.equal((await two.post(two.ours.url, what)).status, 200);
      return two.keys.posted() - before;
    };
    // The welcome is owed with the first.
    await answersTo(given);
    while (two.keys.posted() < 2) await pause(5);
    assert.deepEqual([await answersTo(given), await answersTo({ token: given.token })], [0, 1]);
  });
  it('is open there and closed here: fifty requests after a start ask for the keys fifty times', async () => {
    const tokens = await Promise.all(Array.from({ length: 50 }, (_, i) => two.token({ jti: `${i}` })));
    const asks = async (bot: { url: string }, times: number): Promise<void> => {
      const before = two.keys.asked();
      two.keys.become('held');
      const answers = tokens.map((token) => two.post(bot.url, { token }));
      while (two.keys.asked() < before + times) await pause(5);
      two.keys.become('well');
      for (const { status } of await Promise.all(answers)) assert.equal(status, 200);
      assert.equal(two.keys.asked() - before, times);
    };
    await asks(two.stock, 50);
    await asks(two.ours, 1);
  });
  it('is open there and closed here: keys of yesterday, while their service is away, let nobody in', async () => {
    const clock = sinon.useFakeTimers({ toFake: ['Date'], now: Date.now() });
    const anew = await startOfficeWithTokens(appId, two.keys.metadataUrl);
    try {
      const given = async (): Promise<Given> => ({ token: await two.token() });
      for (const { url } of [two.stock, anew]) assert.equal((await two.post(url, await given())).status, 200);
      two.keys.become('failing');
      clock.setSystemTime(Date.now() + 25 * 3_600_000);
      assert.ok((await two.opened(await given())).status >= 400);
      assert.equal((await two.post(anew.url, await given())).status, 200);
    } finally {
      clock.restore();
      await anew.close();
    }
  });
  it('is open there and closed here: while the service of the keys hangs, so does everybody', async () => {
    two.keys.become('held');
    const given = { token: await two.token() };
    let isAnswered = false;
    const there = two.opened(given).finally(() => {
      isAnswered = true;
    });
    await two.closed(given, [503, 'UNAVAILABLE']);
    assert.equal(isAnswered, false);
    two.keys.become('well');
    assert.equal((await there).status, 200);
  });
});
