import assert from 'node:assert/strict';
import { backoffMs } from '../../../src/delivery/send/outcome.ts';
import { createPace } from '../../../src/delivery/send/pace.ts';

const limits = { requests: 50, windowMs: 1_005, replies: 40, spacingMs: 12, ownerGapMs: 2_100, ownerBurst: 1 };

/** A pace in a time of its own: whoever waits soonest goes on next. */
function virtual(startedAt = 0, ownerBurst = 1) {
  let now = startedAt;
  const sleepers: { at: number; wake: () => void }[] = [];
  const pace = createPace(
    { ...limits, ownerBurst },
    {
      monotonic: () => now,
      pause: (ms, signal) =>
        new Promise((resolve) => {
          sleepers.push({ at: now + ms, wake: resolve });
          signal.addEventListener('abort', () => resolve());
        }),
    },
  );
  const settle = () => new Promise((resolve) => setImmediate(resolve));
  return {
    pace,
    now: () => now,
    /** Lets time pass up to the instant, everybody waking in turn. */
    async until(ms: number): Promise<void> {
      for (;;) {
        await settle();
        sleepers.sort((a, b) => a.at - b.at);
        const [next] = sleepers;
        if (next === undefined || next.at > ms) break;
        sleepers.shift();
        now = Math.max(now, next.at);
        next.wake();
      }
      now = Math.max(now, ms);
      await settle();
    },
  };
}

/** The instants at which so many owners were served. */
function crowd(time: ReturnType<typeof virtual>, owners: readonly string[]): number[] {
  const served: number[] = [];
  for (const owner of owners) void time.pace.turn(owner).then((may) => may && served.push(time.now()));
  return served;
}
const people = (n: number) => Array.from({ length: n }, (_, i) => `p${i}`);
const busiest = (times: readonly number[], windowMs: number) =>
  Math.max(...times.map((from) => times.filter((at) => at >= from && at < from + windowMs).length));

describe('pace', () => {
  it('starts empty: a restart spends nothing that was spent before', async () => {
    const time = virtual(7_000);
    const served = crowd(time, ['a']);
    await time.until(8_000);
    assert.deepEqual(served, []);
    await time.until(8_005);
    assert.deepEqual(served, [8_005]);
  });
  it('never gives more than 50 in any second, nor two at once, and loses next to nothing of them', async () => {
    const time = virtual();
    const served = crowd(time, people(1_000));
    await time.until(20_000);
    assert.ok(busiest(served, 1_000) <= 50, String(busiest(served, 1_000)));
    assert.ok(served.every((at, i) => i === 0 || at - (served[i - 1] ?? 0) >= limits.spacingMs));
    // The first second is not given away.
    assert.ok(served.length >= 49.5 * 18.9, String(served.length));
  });
  it('serves in the order of asking', async () => {
    const time = virtual();
    const order: string[] = [];
    for (const owner of people(5)) void time.pace.turn(owner).then(() => order.push(owner));
    await time.until(2_000);
    assert.deepEqual(order, people(5));
  });
  it('leaves 2.1 seconds between two requests to one conversation, while others go on', async () => {
    const time = virtual();
    await time.until(2_000);
    const mine = crowd(time, ['a', 'a', 'a']);
    const others = crowd(time, ['b', 'c']);
    await time.until(10_000);
    assert.deepEqual(mine, [2_000, 4_100, 6_200]);
    assert.deepEqual(others, [2_012, 2_024]);
    assert.equal(time.pace.readyIn('a'), 0);
  });
  it('redraws several cards of one conversation in quick succession, and never more than 1,800 in an hour', async () => {
    const time = virtual(0, 4);
    await time.until(2_000);
    const mine = crowd(time, new Array(1_800).fill('a'));
    await time.until(2_000 + 3_600_000);
    assert.deepEqual(mine.slice(0, 6), [2_000, 2_012, 2_024, 2_036, 4_100, 6_200]);
    assert.ok(mine.length <= 1_720, String(mine.length));
    assert.ok(busiest(mine.slice(0, 100), 2_000) <= 8);
    await time.until(20_000_000);
    assert.equal(time.pace.readyIn('a'), 0);
  });
  it('answers go at once and are counted: what comes after them waits', async () => {
    const time = virtual();
    await time.until(2_000);
    const first = crowd(
      time,
      people(10).map((owner) => `x${owner}`),
    );
    await time.until(2_200);
    assert.equal(first.length, 10);
    for (const owner of people(40)) void time.pace.reply(owner);
    const served = crowd(time, ['a']);
    await time.until(3_004);
    assert.deepEqual(served, []);
    await time.until(3_005);
    assert.deepEqual(served, [3_005]);
    assert.equal(time.pace.readyIn('p0'), 1_295);
  });
  it('keeps a fifth from chat for what waits in line, however much is said', async () => {
    const time = virtual();
    await time.until(2_000);
    const answers: number[] = [];
    // Sixty answers a second for five seconds.
    for (let ms = 2_000; ms < 7_000; ms += 100) {
      for (const owner of people(6)) void time.pace.reply(`${owner}@${ms}`).then(() => answers.push(time.now()));
      await time.until(ms + 99);
    }
    const served = crowd(time, people(100));
    await time.until(12_000);
    const inFirst = served.filter((at) => at < 8_000).length;
    assert.ok(inFirst >= 8, `${inFirst} served in the second after they came`);
    assert.ok(
      busiest(
        [...answers, ...served].sort((a, b) => a - b),
        1_000,
      ) <= 51,
    );
    assert.ok(busiest(answers, 1_000) <= 40, String(busiest(answers, 1_000)));
  });
  it('Retry-After holds everybody, or one conversation', async () => {
    const time = virtual();
    await time.until(2_000);
    time.pace.hold(3_000);
    time.pace.hold(6_000, 'b');
    const served = crowd(time, ['a', 'b', 'c']);
    assert.deepEqual([time.pace.readyIn('a'), time.pace.readyIn('b')], [3_000, 8_100]);
    await time.until(4_999);
    assert.deepEqual(served, []);
    await time.until(10_000);
    assert.deepEqual(served, [5_000, 5_012, 8_000]);
  });
  it('sends nobody on once it is closed', async () => {
    const time = virtual();
    const answers = Promise.all([time.pace.turn('a'), time.pace.turn('a'), time.pace.turn('b')]);
    await time.until(10);
    time.pace.close();
    assert.deepEqual(await answers, [false, false, false]);
    assert.equal(await time.pace.turn('c'), false);
  });
  it('forgets the conversations of long ago', async () => {
    const time = virtual();
    for (const owner of people(6_000)) void time.pace.reply(owner);
    await time.until(60_000);
    void time.pace.reply('late');
    assert.equal(time.pace.readyIn('p1'), 0);
    assert.equal(time.pace.readyIn('late'), 2_100);
  });
});

describe('backoff', () => {
  it('doubles from two seconds to five minutes, jittered by a fifth', () => {
    assert.deepEqual(
      [1, 2, 3, 20].map((n) => backoffMs(n, 0.5)),
      [2_000, 4_000, 8_000, 300_000],
    );
    assert.deepEqual([backoffMs(1, 0), backoffMs(1, 0.999_999)], [1_600, 2_400]);
  });
});
