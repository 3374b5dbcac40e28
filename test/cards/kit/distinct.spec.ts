import assert from 'node:assert/strict';
import { distinct } from '../../../cards/kit/distinct.ts';
import { act, opens, stack, text } from '../../../cards/kit/kit.ts';
import { actionsOf } from '../../support/office.ts';

describe('rows of one name', () => {
  const opening = (title: string, id: string) => stack([text(title)], opens(act(title, 'evidence.open', { id })));
  const names = (...rows: ReturnType<typeof opening>[]): string[] =>
    actionsOf(distinct(rows)).map(({ title }) => title);

  it('that open different things are numbered from the second on', () =>
    assert.deepEqual(
      names(opening('a.pdf', '1'), opening('a.pdf', '2'), opening('b.pdf', '3'), opening('a.pdf', '4')),
      ['a.pdf', 'a.pdf (2)', 'b.pdf', 'a.pdf (3)'],
    ));
  it('that open the same are called the same', () =>
    assert.deepEqual(
      names(opening('a.pdf', '1'), opening('a.pdf', '2'), opening('a.pdf', '2'), opening('a.pdf', '1')),
      ['a.pdf', 'a.pdf (2)', 'a.pdf (2)', 'a.pdf'],
    ));
  it('are found however deep they stand, and nothing else is touched', () => {
    const body = [stack([stack([opening('a', '1')]), opening('a', '2')])];
    assert.deepEqual(
      actionsOf(distinct(body)).map(({ title }) => title),
      ['a', 'a (2)'],
    );
    const plain = [stack([text('a')])];
    assert.deepEqual(distinct(plain), plain);
  });
});
