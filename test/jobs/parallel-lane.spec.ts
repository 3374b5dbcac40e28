import assert from 'node:assert/strict';
import { setImmediate } from 'node:timers/promises';
import { pino } from 'pino';
import { oweRefresh } from '../../src/delivery/owe/owe.ts';
import { parallelLane } from '../../src/jobs/parallel-lane.ts';
import { decode, remove } from '../../src/ports/documents.ts';
import { StoreError } from '../../src/ports/store.ts';
import { refreshRecord } from '../../src/records/mirror.ts';
import { openOffice, scope } from '../support/office.ts';

const goesOn = (): boolean => false;

/** Due work whose names begin with their line; each goes on until it is let go. */
async function setUp(names: readonly string[], atOnce = 2) {
  const office = await openOffice();
  for (const name of names) await office.store.commit(scope.unit, [oweRefresh(scope, office.now, name, 1)]);
  const begun: string[] = [];
  const waiting = new Map<string, (error?: Error) => void>();
  let wakes = 0;
  const lane = parallelLane({
    ...{ store: office.store, clock: office.machine.clock, log: pino({ level: 'silent' }), lane: 'refresh' },
    ...{ everyMs: 5_000, atOnce },
    lineOf: ({ doc }) => (doc.data as { subject: string }).subject.slice(0, 1),
    handle: async (stored) => {
      const name = (stored.doc.data as { subject: string }).subject;
      begun.push(name);
      const error = await new Promise<Error | undefined>((resolve) => waiting.set(name, resolve));
      if (error !== undefined) throw error;
      await office.store.commit(scope.unit, [remove(decode(refreshRecord, stored))]);
    },
    wake: () => {
      wakes += 1;
    },
  });
  const letGo = async (name: string, error?: Error): Promise<void> => {
    waiting.get(name)?.(error);
    for (const _ of Array.from({ length: 20 })) await setImmediate();
  };
  return { lane, begun, letGo, wakes: () => wakes };
}

describe('parallelLane', () => {
  it('has so many under way and no more, whatever is due, and does not wait for them', async () => {
    const { lane, begun, letGo, wakes } = await setUp(['a1', 'b1', 'c1']);
    assert.equal(await lane.run(goesOn), 5_000);
    await lane.run(goesOn);
    assert.deepEqual(begun, ['a1', 'b1']);
    await letGo('b1');
    assert.equal(wakes(), 1);
    await lane.run(goesOn);
    assert.deepEqual(begun, ['a1', 'b1', 'c1']);
    await letGo('a1');
    await letGo('c1');
    await lane.idle?.();
  });

  it('takes one of a line at a time: a slow one holds up its own line and nobody else', async () => {
    const { lane, begun, letGo } = await setUp(['a1', 'a2', 'a3', 'b1']);
    await lane.run(goesOn);
    assert.deepEqual(begun, ['a1', 'b1']);
    await letGo('b1');
    await lane.run(goesOn);
    assert.deepEqual(begun, ['a1', 'b1']);
    await letGo('a1');
    await lane.run(goesOn);
    assert.deepEqual(begun, ['a1', 'b1', 'a2']);
    await letGo('a2');
    await lane.run(goesOn);
    await letGo('a3');
    await lane.idle?.();
  });

  it('tries again at the next look what failed or was outrun, and not at once', async () => {
    for (const error of [new Error('broken'), new StoreError('Conflict'), new StoreError('Duplicate')]) {
      const { lane, begun, letGo, wakes } = await setUp(['a1']);
      await lane.run(goesOn);
      await letGo('a1', error);
      assert.equal(wakes(), 0);
      await lane.run(goesOn);
      assert.deepEqual(begun, ['a1', 'a1']);
      await letGo('a1');
    }
  });

  it('begins nothing when the bot stops, and is idle once what is under way has ended', async () => {
    const { lane, begun, letGo } = await setUp(['a1', 'b1']);
    await lane.run(() => begun.length > 0);
    assert.deepEqual(begun, ['a1']);
    let idle = false;
    const ended = lane.idle?.().then(() => {
      idle = true;
    });
    await setImmediate();
    assert.equal(idle, false);
    await letGo('a1');
    await ended;
    assert.equal(idle, true);
  });
});
