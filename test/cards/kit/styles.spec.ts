import assert from 'node:assert/strict';
import {
  accent,
  act,
  bold,
  close,
  large,
  note,
  opens,
  right,
  ruled,
  small,
  stack,
  styled,
  tight,
  tinted,
  toned,
} from '../../../cards/kit/kit.ts';

describe('styled', () => {
  it('gives an element all that its styles say', () =>
    assert.deepEqual(styled({ n: 1 }, [small, bold, close, ruled, right, tinted('good')]), {
      n: 1,
      size: 'Small',
      weight: 'Bolder',
      spacing: 'Small',
      separator: true,
      horizontalAlignment: 'Right',
      style: 'good',
    }));
  it('follows the later of two that contradict each other, and keeps what only the earlier says', () =>
    assert.deepEqual(styled({}, [note, accent, large, close, tight]), {
      size: 'Large',
      isSubtle: true,
      color: 'accent',
      spacing: 'None',
    }));
  it('leaves out a style that is not there', () =>
    assert.deepEqual(styled({}, [false, undefined, null, small]), { size: 'Small' }));
  it('never changes a style: what is drawn after looks as it should', () => {
    styled({}, [small, large]);
    assert.deepEqual(styled({}, [small]), { size: 'Small' });
  });
});

describe('toned', () => {
  it('is the colour of text, which has none for emphasis', () => {
    assert.deepEqual(toned('attention').look, { color: 'attention' });
    assert.deepEqual(toned('emphasis').look, { color: 'default', isSubtle: true });
  });
});

describe('opens', () => {
  it('makes the whole of a container a button', () => {
    const open = act('Mở hồ sơ', 'nomination.show');
    assert.deepEqual(stack([], opens(open)), { type: 'Container', items: [], selectAction: open });
  });
});
