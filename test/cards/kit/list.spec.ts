import assert from 'node:assert/strict';
import { stack, text } from '../../../cards/kit/kit.ts';
import { listed } from '../../../cards/kit/list.ts';

const [a, b, c] = [{ n: 1 }, { n: 2 }, { n: 3 }];

describe('listed', () => {
  it('leaves out what is not there, whatever a condition leaves behind', () =>
    assert.deepEqual(listed([false, a, '', null, 0, b, undefined]), [a, b]));
  it('takes several at once, however deep, in their order', () =>
    assert.deepEqual(listed([[a, [false, [b]], []], c]), [a, b, c]));
  it('is empty when nothing is left', () => assert.deepEqual(listed([[], [false, [null]]]), []));
  it('is how every container is filled', () =>
    assert.deepEqual(stack([false, [text('một'), [text('hai')]]]).items, [text('một'), text('hai')]));
});
