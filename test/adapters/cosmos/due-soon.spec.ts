import assert from 'node:assert/strict';
import fc from 'fast-check';
import { createDueSoon, type Soon } from '../../../src/adapters/cosmos/due-soon.ts';
import type { Change } from '../../../src/ports/store.ts';
import { aDoc } from '../../support/a-doc.ts';

const at = (minute: number): string => `2026-11-30T02:${String(minute).padStart(2, '0')}:00.000Z`;
const owing = (lane: string, minute: number): Change => ({ op: 'create', doc: aDoc({ lane, dueAt: at(minute) }) });

/** What is owed, a clock, and how often it was looked at. */
function setUp(owed: Soon[] = [], most = 3) {
  let now = 0;
  let asked = 0;
  let answering: Promise<void> = Promise.resolve();
  const soon = createDueSoon({
    ask: async () => {
      asked += 1;
      const found = owed.toSorted((a, b) => (a.dueAt < b.dueAt ? -1 : 1)).slice(0, most);
      await answering;
      return found;
    },
    most,
    everyMs: 1_000,
    monotonic: () => now,
  });
  return {
    ...{ owed, soon },
    asked: () => asked,
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
  it('is asked once a second, however many lanes look', async () => {
    const t = setUp([{ lane: 'send', dueAt: at(5) }]);
    for (let second = 0; second < 10; second += 1) {
      const lanes = Array.from({ length: 15 }, (_, n) => t.soon.mayHave(`lane${n}`, at(9)));
      assert.deepEqual(new Set(await Promise.all(lanes)), new Set([false]));
      assert.equal(await t.soon.mayHave('send', at(4)), false);
      assert.equal(await t.soon.mayHave('send', at(5)), true);
      t.pass(1_000);
    }
    assert.equal(t.asked(), 10);
  });

  it('knows at once what this process has committed, and within the second what another has', async () => {
    const t = setUp();
    assert.equal(await t.soon.mayHave('send', at(9)), false);
    t.soon.committed([owing('send', 3)]);
    assert.deepEqual([await t.soon.mayHave('send', at(2)), await t.soon.mayHave('send', at(3))], [false, true]);
    t.owed.push({ lane: 'watch', dueAt: at(1) });
    assert.equal(await t.soon.mayHave('watch', at(9)), false);
    t.pass(1_000);
    assert.equal(await t.soon.mayHave('watch', at(9)), true);
    assert.equal(t.asked(), 2);
  });

  it('does not lose what is committed while the answer is under way', async () => {
    const t = setUp();
    const release = t.holdAnswers();
    const before = t.soon.mayHave('watch', at(9));
    await Promise.resolve();
    t.soon.committed([owing('send', 3)]);
    release();
    assert.equal(await before, false);
    assert.equal(await t.soon.mayHave('send', at(3)), true);
  });

  it('asks again after a failure, and passes it on', async () => {
    let fails = true;
    const ask = async (): Promise<Soon[]> => {
      if (fails) throw new Error('away');
      return [{ lane: 'send', dueAt: at(1) }];
    };
    const soon = createDueSoon({ ask, most: 3, everyMs: 1_000, monotonic: () => 0 });
    await assert.rejects(soon.mayHave('send', at(2)), /away/);
    fails = false;
    assert.equal(await soon.mayHave('send', at(2)), true);
  });

  it('never says no to a lane that has work, whatever is owed and however short the answer', async () => {
    const work = fc.record({ lane: fc.constantFrom('a', 'b', 'c'), minute: fc.integer({ min: 1, max: 9 }) });
    await fc.assert(
      fc.asyncProperty(fc.array(work), fc.array(work), fc.integer({ min: 1, max: 4 }), async (before, after, most) => {
        const t = setUp(
          before.map(({ lane, minute }) => ({ lane, dueAt: at(minute) })),
          most,
        );
        await t.soon.mayHave('a', at(0));
        for (const { lane, minute } of after) t.soon.committed([owing(lane, minute)]);
        for (const lane of ['a', 'b', 'c'])
          for (let until = 0; until <= 10; until += 1) {
            const has = [...before, ...after].some((each) => each.lane === lane && each.minute <= until);
            const says = await t.soon.mayHave(lane, at(until));
            assert.ok(says || !has, `${lane} until ${until}`);
            // A whole answer leaves no doubt.
            if (before.length < most) assert.equal(says, has, `${lane} until ${until}`);
          }
      }),
    );
  });
});
