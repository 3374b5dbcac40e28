import assert from 'node:assert/strict';
import { hasInputs } from '../../../cards/kit/has-inputs.ts';
import { act, column, row, stack, text, timeInput } from '../../../cards/kit/kit.ts';

const input = timeInput('time', { label: 'Giờ', errorMessage: 'Nhập giờ.' }, { value: '' });

describe('hasInputs', () => {
  it('finds what a card asks, however deep it stands', () => {
    assert.equal(hasInputs({ body: [input] }), true);
    assert.equal(hasInputs({ body: [text('Họp'), stack([row([column(1, [stack([input])])])])] }), true);
  });
  it('is not misled by buttons, by words that speak of inputs, or by nothing', () => {
    const words = { body: [text('Input.Text'), text('Họp')], actions: [act('Input.Date', 'council.form')] };
    assert.equal(hasInputs(words), false);
    for (const nothing of [null, undefined, '', 0, [], {}, { type: 1 }]) assert.equal(hasInputs(nothing), false);
  });
});
