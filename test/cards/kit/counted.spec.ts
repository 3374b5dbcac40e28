import assert from 'node:assert/strict';
import fc from 'fast-check';
import { counted } from '../../../cards/kit/kit.ts';

describe('counted', () => {
  it('has the colour of its news, and none where there is nothing', () =>
    fc.assert(
      fc.property(
        fc.nat(500),
        fc.constantFrom('good' as const, 'warning' as const, 'attention' as const),
        (count, tone) => {
          const said = JSON.stringify(counted(count, 'Chưa kết nối', tone));
          assert.match(said, new RegExp(`"text":"${count}"`));
          assert.equal(said.includes(`"color":"${tone}"`), count > 0);
        },
      ),
    ));
});
