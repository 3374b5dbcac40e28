import assert from 'node:assert/strict';
import { clickAll } from './click.ts';
import { expected } from './expected.ts';
import { type WorkedOff, workOff } from './work-off.ts';

const texts = (values: readonly unknown[]): string[] => values.map((value) => JSON.stringify(value)).sort();

/** Says which are missing and which are new instead of comparing two long lists. */
function assertSame(actual: readonly string[], wanted: readonly string[], what: string): void {
  const rest = [...actual];
  const missing = wanted.filter((one) => {
    const at = rest.indexOf(one);
    if (at >= 0) rest.splice(at, 1);
    return at < 0;
  });
  assert.deepEqual({ missing, unexpected: rest }, { missing: [], unexpected: [] }, what);
}
const entries = (map: Readonly<Record<string, unknown>>): string[] => texts(Object.entries(map));

function of<T>(result: PromiseSettledResult<T> | undefined): T {
  if (result?.status === 'fulfilled') return result.value;
  throw result?.reason;
}

describe('data that the bot of 9c352b5 wrote', function () {
  this.timeout(120_000);
  const worlds = Object.entries(expected.worlds);
  let works: readonly PromiseSettledResult<WorkedOff>[];
  let answers: readonly PromiseSettledResult<readonly unknown[]>[];
  before(async () => {
    [works, answers] = await Promise.all([
      Promise.allSettled(worlds.map(([world, { instants }]) => workOff(world, instants))),
      Promise.allSettled(expected.clicks.map(({ world, at, clicks }) => clickAll(world, at, clicks))),
    ]);
  });

  for (const [i, [world, wanted]] of worlds.entries()) {
    const work = (): WorkedOff => of(works[i]);
    it(`${world}: the same messages go out`, () => assertSame(texts(work().sent), texts(wanted.sent), 'messages'));
    it(`${world}: posted cards are redrawn and taken back as before`, () => {
      assertSame(entries(work().redrawn), entries(wanted.redrawn), 'redrawn');
      assert.deepEqual(work().removed, wanted.removed);
    });
    it(`${world}: nothing is dropped, refused or left`, () => {
      assertSame(entries(work().deliveries), entries(wanted.deliveries), 'deliveries');
      assertSame(entries(work().spreads), entries(wanted.spreads), 'spreads');
      assert.deepEqual(work().left, []);
    });
  }

  for (const [i, { world, clicks }] of expected.clicks.entries())
    it(`${world}: cards posted before still act (${clicks.length} clicks, copy ${i + 1})`, () => {
      const given = of(answers[i]);
      for (const [n, { by, verb, answer }] of clicks.entries()) assert.deepEqual(given[n], answer, `${verb} by ${by}`);
    });
});
