import assert from 'node:assert/strict';
import { bare, nextPage, previousPage, primary, turnPages } from '../../../cards/kit/kit.ts';

const middle = { previous: '1', next: '3', hasPrevious: true, hasNext: true };
const leaf = { view: middle, verb: 'intake.queue', data: { filter: 'all', page: '2' } };

describe('paging', () => {
  it('turns to the pages beside, with all that the list was asked with', () => {
    const next = nextPage('Trang sau', leaf);
    const previous = previousPage('Trang trước', leaf);
    assert.ok(next && previous);
    assert.deepEqual([next.title, next.verb, next.data], ['Trang sau', 'intake.queue', { filter: 'all', page: '3' }]);
    assert.deepEqual(
      [previous.title, previous.verb, previous.data],
      ['Trang trước', 'intake.queue', { filter: 'all', page: '1' }],
    );
  });
  it('has no button where there is no page', () => {
    assert.equal(nextPage('Trang sau', { ...leaf, view: { ...middle, next: '', hasNext: false } }), false);
    assert.equal(
      previousPage('Trang trước', { ...leaf, view: { ...middle, previous: '', hasPrevious: false } }),
      false,
    );
  });
  it('goes on before it goes back, with the manners of both', () => {
    const both = turnPages({ next: 'Trang sau', previous: 'Trang trước' }, leaf, bare);
    assert.deepEqual(
      both.map((button) => button && [button.title, button.associatedInputs]),
      [
        ['Trang sau', 'none'],
        ['Trang trước', 'none'],
      ],
    );
  });
  it('takes manners as other buttons do, and needs no data', () => {
    const next = nextPage('Trang sau', { view: middle, verb: 'plan.show' }, primary);
    assert.ok(next);
    assert.deepEqual([next.style, next.data], ['positive', { page: '3' }]);
  });
});
