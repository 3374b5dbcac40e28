import assert from 'node:assert/strict';
import fc from 'fast-check';
import { beginningOf, sharingRoom } from '../../../src/domain/text/beginning-of.ts';

const onTheWire = (text: string): number => JSON.stringify(text).length - 2;
const letters = fc.constantFrom('a', 'ạ', ' ', '\n', '"', '𠮷');
const texts = fc.array(
  fc.array(letters, { maxLength: 60 }).map((all) => all.join('')),
  { maxLength: 8 },
);

describe('beginningOf', () => {
  it('ends at a word', () => assert.equal(beginningOf('một hai ba bốn', 9), 'một hai…'));
  it('is the text where it fits, else shorter, and halves no letter', () =>
    fc.assert(
      fc.property(texts, fc.integer({ min: 1, max: 60 }), (all, most) => {
        for (const text of all) {
          const shown = beginningOf(text, most);
          if (onTheWire(text) <= most) assert.equal(shown, text);
          else {
            assert.ok(onTheWire(shown) <= most && shown.endsWith('…') && text.startsWith(shown.slice(0, -1)));
            assert.doesNotMatch(shown, /[\ud800-\udbff](?![\udc00-\udfff])/);
          }
        }
      }),
    ));
});

describe('sharingRoom', () => {
  it('keeps to the room, and cuts none that is not longer than what another is shown', () =>
    fc.assert(
      fc.property(texts, fc.integer({ min: 0, max: 300 }), (all, room) => {
        const shown = sharingRoom(all, room);
        const sizes = shown.map(onTheWire);
        const sum = sizes.reduce((total, size) => total + size, 0);
        // One letter that says of each text that there is more is there in any case.
        assert.ok(sum <= Math.max(room, all.length), `${sum} of ${room}`);
        const cut = all.filter((text, i) => text !== shown[i]).map(onTheWire);
        for (const [i, text] of all.entries())
          if (text === shown[i]) assert.ok(cut.every((length) => length >= onTheWire(text)));
        if (all.reduce((total, text) => total + onTheWire(text), 0) <= room) assert.deepEqual(shown, all);
      }),
    ));
});
