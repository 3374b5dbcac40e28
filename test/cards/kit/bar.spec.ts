import assert from 'node:assert/strict';
import { bar, part } from '../../../cards/kit/kit.ts';

type Weighted = readonly [tone: Parameters<typeof part>[0], weight: number];
const widthsOf = (...weights: readonly Weighted[]) =>
  bar(...weights.map(([tone, weight]) => part(tone, weight))).columns.map(({ width }) => width);

describe('bar', () => {
  it('has parts as wide as they weigh, as long as each is wider than its padding', () => {
    assert.deepEqual(widthsOf(['good', 30], ['warning', 12], ['emphasis', 18]), [30, 12, 18]);
    assert.deepEqual(widthsOf(['good', 12], ['emphasis', 88]), [12, 88]);
  });
  it('widens the parts that would be narrower, and gives all of them in percent', () => {
    assert.deepEqual(widthsOf(['good', 1], ['emphasis', 999]), [12, 100]);
    assert.deepEqual(widthsOf(['good', 110], ['warning', 20], ['emphasis', 870]), [12, 12, 87]);
  });
  it('has parts of one width when nothing weighs anything', () =>
    assert.deepEqual(widthsOf(['good', 0], ['emphasis', 0]), [12, 12]));
  it('leaves out the parts that are not there', () => {
    const { columns } = bar(false, part('good', 2), undefined, part('emphasis', 3));
    assert.deepEqual(
      columns.map(({ width, items: [box] }) => [width, box?.type === 'Container' && box.style]),
      [
        [2, 'good'],
        [3, 'emphasis'],
      ],
    );
    assert.deepEqual(bar().columns, []);
  });
  it('has no gap between its parts', () =>
    assert.deepEqual(
      bar(part('good', 1), part('emphasis', 1)).columns.map(({ spacing }) => spacing),
      ['None', 'None'],
    ));
});
