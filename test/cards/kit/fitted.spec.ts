import assert from 'node:assert/strict';
import fc from 'fast-check';
import { fitted } from '../../../cards/kit/fitted.ts';
import type { Card } from '../../../src/ports/messenger.ts';

const draw = (shown: readonly string[]): Card => ({ type: 'AdaptiveCard', body: shown.filter((text) => text !== '') });

describe('fitted', () => {
  it('shows all of what has room, and keeps any card under its size', () => {
    const texts = fc.array(
      fc.integer({ min: 0, max: 6_000 }).map((n) => 'Đạt "tốt" '.repeat(n / 10)),
      { maxLength: 10 },
    );
    fc.assert(
      fc.property(texts, (all) => {
        const whole = JSON.stringify(draw(all)).length;
        const card = fitted(all, draw);
        assert.ok(JSON.stringify(card).length <= 14_000);
        if (whole < 13_900) assert.deepEqual(card, draw(all));
      }),
    );
  });
});
