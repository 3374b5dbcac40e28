import assert from 'node:assert/strict';
import fc from 'fast-check';
import { createDueSoon, type Soon } from '../../../src/adapters/cosmos/due-soon.ts';
import type { Change } from '../../../src/ports/store.ts';
import { aDoc } from '../../support/a-doc.ts';

const at = (second: number): string => `2026-11-30T02:00:${String(second).padStart(2, '0')}.000Z`;
const owing = (lane: string, second: number): Change => ({ op: 'create', doc: aDoc({ lane, dueAt: at(second) }) });
const by = (a: Soon, b: Soon): number => (a.dueAt < b.dueAt ? -1 : 1);

/** What is owed, a clock, and how often it was looked at. */
function setUp(owed: Soon[] = [], most = 3) {
  let now = 0;
  let asked = 0;
  let read = 0;
  let answering: Promise<void> = Promise.resolve();
  const soon = createDueSoon({
    ask: async (until) => {
      asked += 1;
      const found = owed.filter(({ dueAt }) => dueAt <= until).sort(by);
      await answering;
      return found.slice(0, most);
    },
    most,
    everyMs: 1_000,
    monotonic: () => now,
  });
  return {
    owed,
    /** Seconds at which the lane's work falls due, of what is due by now. */
    find: async (lane: string, second: number): Promise<string[]> => {
      const found = await soon.find(lane, at(second), async () => {
        read += 1;
        return owed.filter((each) => each.lane === lane && each.dueAt <= at(second)).sort(by);
      });
      return found.map(({ dueAt }) => dueAt);
    },
    /** By this process. */
    commit: (lane: string, second: number): void => {
      owed.push({ lane, dueAt: at(second) });
      soon.committed([owing(lane, second)]);
    },
    finish: (lane: string, until: number): void => {
      owed.splice(0, owed.length, ...owed.filter((each) => each.lane !== lane || each.dueAt > at(until)));
    },
    asked: () => asked,
    read: () => read,
    pass: (ms: number) => {
      now += ms;
    },
    holdAnswers: () => {
      let release = (): void => undefined;
      answering = new Promise((resolve) => {
        release = resolve;
      });
      return release;
    },
  };
}

describe('what is due soon, of all lanes', () => {
  it('is asked once a second, however many lanes look and how often', async () => {
    const t = setUp([{ lane: 'send', dueAt: at(9) }]);
    for (let second = 0; second < 10; second += 1) {
      for (const _ of [1, 2, 3]) await Promise.all(Array.from({ length: 15 }, (_, n) => t.find(`lane${n}`, second)));
      assert.deepEqual(await t.find('send', second), second < 9 ? [] : [at(9)]);
      t.pass(1_000);
    }
    assert.deepEqual([t.asked(), t.read()], [10, 1]);
  });

  it('looks once in vain into a lane whose work was done, and then no more', async () => {
    const t = setUp([{ lane: 'send', dueAt: at(1) }]);
    assert.equal((await t.find('send', 2)).length, 1);
    t.owed.length = 0;
    for (const _ of [1, 2, 3, 4]) assert.deepEqual(await t.find('send', 2), []);
    assert.deepEqual([t.asked(), t.read()], [1, 2]);
    t.commit('send', 2);
    assert.equal((await t.find('send', 2)).length, 1);
  });

  it('knows at once what this process has committed, and within the second what another has', async () => {
    const t = setUp();
    assert.deepEqual(await t.find('send', 4), []);
    t.commit('send', 3);
    assert.deepEqual([await t.find('send', 2), await t.find('send', 3)], [[], [at(3)]]);
    t.owed.push({ lane: 'watch', dueAt: at(1) });
    assert.deepEqual(await t.find('watch', 4), []);
    t.pass(1_000);
    assert.deepEqual(await t.find('watch', 4), [at(1)]);
    assert.equal(t.asked(), 2);
  });

  it('asks at once when the clock was moved beyond what it knows', async () => {
    const t = setUp([{ lane: 'send', dueAt: at(50) }]);
    assert.deepEqual(await t.find('send', 1), []);
    assert.deepEqual(await t.find('send', 55), [at(50)]);
  });

  it('does not lose what is committed while the answer, or the lane, is being read', async () => {
    const t = setUp();
    const release = t.holdAnswers();
    const before = t.find('watch', 9);
    await Promise.resolve();
    t.commit('send', 3);
    release();
    assert.deepEqual(await before, []);
    assert.deepEqual(await t.find('send', 3), [at(3)]);

    let found: readonly Soon[] = [{ lane: 'late', dueAt: at(1) }];
    const soon = createDueSoon({ ask: async () => found, most: 3, everyMs: 1_000, monotonic: () => 0 });
    const empty = await soon.find('late', at(2), async () => {
      soon.committed([owing('late', 2)]);
      return [];
    });
    assert.deepEqual(empty, []);
    found = [];
    assert.deepEqual(await soon.find('late', at(2), async () => ['it']), ['it']);
  });

  it('asks again after a failure, and passes it on', async () => {
    let fails = true;
    const ask = async (): Promise<Soon[]> => {
      if (fails) throw new Error('away');
      return [{ lane: 'send', dueAt: at(1) }];
    };
    const soon = createDueSoon({ ask, most: 3, everyMs: 1_000, monotonic: () => 0 });
    await assert.rejects(
      soon.find('send', at(2), async () => []),
      /away/,
    );
    fails = false;
    assert.deepEqual(await soon.find('send', at(2), async () => ['it']), ['it']);
  });

  it('finds what is there, whatever is owed and committed, however short the answer and wherever the clock goes', async () => {
    const lane = fc.constantFrom('a', 'b', 'c');
    const work = fc.record({ lane, second: fc.integer({ min: 1, max: 30 }) });
    const step = fc.oneof(
      fc.record({ commit: work }),
      fc.record({ finish: lane, until: fc.integer({ min: 0, max: 30 }) }),
      fc.record({ look: lane, at: fc.integer({ min: 0, max: 40 }), after: fc.integer({ min: 0, max: 600 }) }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(work), fc.array(step), fc.integer({ min: 1, max: 4 }), async (before, steps, most) => {
        const t = setUp(
          before.map((each) => ({ lane: each.lane, dueAt: at(each.second) })),
          most,
        );
        for (const each of steps) {
          if ('commit' in each) t.commit(each.commit.lane, each.commit.second);
          else if ('finish' in each) t.finish(each.finish, each.until);
          else {
            t.pass(each.after);
            const there = t.owed.filter(({ lane, dueAt }) => lane === each.look && dueAt <= at(each.at)).length;
            assert.equal((await t.find(each.look, each.at)).length, there);
          }
        }
      }),
    );
  });
});
