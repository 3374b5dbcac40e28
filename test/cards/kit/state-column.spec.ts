import assert from 'node:assert/strict';
import { middle, state, stateColumn } from '../../../cards/kit/kit.ts';

describe('stateColumn', () => {
  it('takes what a short state needs', () =>
    assert.deepEqual(stateColumn('Đã tiếp nhận', 'good', middle), {
      type: 'Column',
      width: 'auto',
      items: [state('Đã tiếp nhận', 'good')],
      verticalContentAlignment: 'Center',
    }));
  it('gives a long one several lines, so that the name beside it keeps its room', () =>
    assert.equal(stateColumn('Hội đồng chưa đề nghị khen thưởng', 'emphasis').width, '104px'));
});
