import assert from 'node:assert/strict';
import { pino } from 'pino';
import { oweRefresh } from '../../src/delivery/owe/owe.ts';
import { dueLane } from '../../src/jobs/lanes.ts';
import { decode, remove } from '../../src/ports/documents.ts';
import { type Stored, StoreError } from '../../src/ports/store.ts';
import { refreshRecord } from '../../src/records/mirror.ts';
import { openOffice, scope } from '../support/office.ts';

const goesOn = (): boolean => false;

async function setUp(
  handle: (stored: Stored, finish: () => Promise<unknown>) => Promise<unknown>,
  more: { restMs?: number; atOnce?: number } = {},
) {
  const office = await openOffice();
  for (const n of [1, 2, 3]) await office.store.commit(scope.unit, [oweRefresh(scope, office.now, `s${n}`, 1)]);
  const seen: string[] = [];
  const lane = dueLane({
    store: office.store,
    clock: office.machine.clock,
    log: pino({ level: 'silent' }),
    lane: 'refresh',
    everyMs: 5_000,
    ...more,
    handle: async (stored) => {
      seen.push(stored.doc.id);
      return handle(stored, () => office.store.commit(scope.unit, [remove(decode(refreshRecord, stored))]));
    },
  });
  return { lane, seen };
}

describe('dueLane', () => {
  it('hands over what is due, asks at once for more, and waits when there is none', async () => {
    const { lane, seen } = await setUp(async (_stored, finish) => void (await finish()));
    assert.equal(await lane.run(goesOn), 0);
    assert.equal(await lane.run(goesOn), 5_000);
    assert.equal(seen.length, 3);
  });
  it('finishes what is under way and begins no other when the bot stops', async () => {
    let stopping = false;
    const { lane, seen } = await setUp(async (_stored, finish) => {
      await finish();
      stopping = true;
    });
    await lane.run(() => stopping);
    assert.equal(seen.length, 1);
  });
  it('looks soon again at what somebody else changed meanwhile: nothing else would wake it', async () => {
    let isOutrun = true;
    const { lane, seen } = await setUp(async (stored, finish) => {
      if (isOutrun) throw new StoreError('Conflict', stored.doc.id);
      await finish();
    });
    assert.equal(await lane.run(goesOn), 1_000);
    isOutrun = false;
    assert.equal(await lane.run(goesOn), 0);
    assert.equal(seen.length, 6);
  });
  it('does not spin over what cannot be dealt with now', async () => {
    const { lane, seen } = await setUp(async () => 'later');
    assert.deepEqual([await lane.run(goesOn), seen.length], [5_000, 3]);
  });
  it('one that fails does not stop the others, and does not make it spin', async () => {
    const { lane, seen } = await setUp(async (stored, finish) => {
      if (stored.doc.id.includes('s2')) throw new Error('broken');
      await finish();
    });
    await lane.run(goesOn);
    assert.equal(seen.length, 3);
    assert.equal(await lane.run(goesOn), 5_000);
  });
  it('rests after work when it is told to', async () => {
    const { lane } = await setUp(async (_stored, finish) => void (await finish()), { restMs: 50 });
    assert.deepEqual([await lane.run(goesOn), await lane.run(goesOn)], [50, 5_000]);
  });
  it('has no more under way than it may, and begins the next when one is done', async () => {
    let under = 0;
    let most = 0;
    const { lane, seen } = await setUp(
      async (_stored, finish) => {
        most = Math.max(most, ++under);
        await finish();
        await new Promise((resolve) => setImmediate(resolve));
        under -= 1;
      },
      { atOnce: 2 },
    );
    assert.deepEqual([await lane.run(goesOn), seen.length, most], [0, 3, 2]);
  });
});
