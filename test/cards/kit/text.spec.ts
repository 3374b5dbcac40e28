import assert from 'node:assert/strict';
import { bold, close, label, note, run, small, state, text, titled } from '../../../cards/kit/kit.ts';

describe('text', () => {
  it('shows anybody’s words letter by letter, in a block that reads no Markdown', () =>
    assert.deepEqual(text('[bấm](https://evil.example)'), {
      type: 'RichTextBlock',
      inlines: [{ type: 'TextRun', text: '[bấm](https://evil.example)' }],
    }));
  it('gives its look to the letters and its place to the block', () =>
    assert.deepEqual(text('Đã gửi', bold, close, small), {
      type: 'RichTextBlock',
      spacing: 'Small',
      inlines: [{ type: 'TextRun', text: 'Đã gửi', weight: 'Bolder', size: 'Small' }],
    }));
  it('makes one paragraph of several runs, each with its own look', () =>
    assert.deepEqual(text([run('Hạn: ', note), false, run('30/11/2026', bold)], close), {
      type: 'RichTextBlock',
      spacing: 'Small',
      inlines: [
        { type: 'TextRun', text: 'Hạn: ', size: 'Small', isSubtle: true },
        { type: 'TextRun', text: '30/11/2026', weight: 'Bolder' },
      ],
    }));
});

describe('label', () => {
  it('wraps', () =>
    assert.deepEqual(label('Hồ sơ', bold), { type: 'TextBlock', text: 'Hồ sơ', wrap: true, weight: 'Bolder' }));
});

describe('state', () => {
  it('is a small coloured word at the end of the row', () =>
    assert.deepEqual(state('Trễ hạn', 'attention'), {
      type: 'TextBlock',
      text: 'Trễ hạn',
      wrap: true,
      size: 'Small',
      weight: 'Bolder',
      color: 'attention',
      horizontalAlignment: 'Right',
    }));
});

describe('titled', () => {
  it('puts what is said about a name directly under it', () =>
    assert.deepEqual(titled('An', 'Phòng Tư vấn'), [
      text('An', bold),
      text('Phòng Tư vấn', note, { place: { spacing: 'None' } }),
    ]));
});
