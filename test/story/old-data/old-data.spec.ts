import assert from 'node:assert/strict';
import { clickAll } from './click.ts';
import { expected } from './expected.ts';
import { since } from './since.ts';
import { type WorkedOff, workOff } from './work-off.ts';

type ById = Readonly<Record<string, string>>;

/** Those of today's that end otherwise than then, and not as `since` says. */
const otherwise = (actual: ById, then: ById, meant: ById = {}): ById =>
  Object.fromEntries(Object.entries(actual).filter(([id, ends]) => ends !== (meant[id] ?? then[id])));

function of<T>(result: PromiseSettledResult<T> | undefined): T {
  if (result?.status === 'fulfilled') return result.value;
  throw result?.reason;
}

describe('data that the bot of 9c352b5 wrote', function () {
  this.timeout(120_000);
  const worlds = Object.entries(expected.worlds);
  let works: readonly PromiseSettledResult<WorkedOff>[];
  let answers: readonly PromiseSettledResult<readonly string[]>[];
  before(async () => {
    [works, answers] = await Promise.all([
      Promise.allSettled(worlds.map(([world, { instants }]) => workOff(world, instants))),
      Promise.allSettled(expected.clicks.map(({ world, at, clicks }) => clickAll(world, at, clicks))),
    ]);
  });

  for (const [i, [world, then]] of worlds.entries()) {
    const work = (): WorkedOff => of(works[i]);
    it(`${world}: each message that was owed ends as it did then`, () => {
      assert.ok(Object.keys(work().deliveries).length > 10, 'messages of the folder');
      assert.deepEqual(otherwise(work().deliveries, then.deliveries, since.deliveries), {});
    });
    it(`${world}: what was being sent to many is finished`, () => {
      assert.ok(Object.keys(work().spreads).length > 0, 'spreads of the folder');
      assert.deepEqual(otherwise(work().spreads, then.spreads), {});
    });
    it(`${world}: posted cards are redrawn and taken back as before`, () => {
      assert.deepEqual(
        then.redrawn.filter((place) => !work().redrawn.includes(place)),
        [],
      );
      assert.deepEqual(work().removed, then.removed);
    });
    it(`${world}: everyone and every department is known by a key`, () => assert.deepEqual(work().unknown, []));
    it(`${world}: nothing is left`, () => assert.deepEqual(work().left, []));
  }

  for (const [i, { world, clicks }] of expected.clicks.entries())
    it(`${world}: cards posted before still act (${clicks.length} clicks, copy ${i + 1})`, () => {
      const given = of(answers[i]);
      assert.deepEqual(
        clicks.flatMap(({ by, verb, answer }, n) =>
          given[n] === (since.clicks[`${world} ${verb} by ${by}`] ?? answer)
            ? []
            : [`${verb} by ${by}: ${given[n]}, not ${answer}`],
        ),
        [],
      );
    });
});
