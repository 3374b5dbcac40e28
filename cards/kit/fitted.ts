import { sharingRoom } from '../../src/domain/text/beginning-of.ts';
import type { Card } from '../../src/ports/messenger.ts';

/** Of a card as it is sent, in UTF-16. Teams refuses a message above 80 KB, and we keep far from it. */
export const mostLetters = 14_000;

/** A card with as much of these texts as it has room for beside everything else: the short ones whole, the others cut to one length. */
export function fitted(texts: readonly string[], draw: (shown: readonly string[]) => Card): Card {
  const traces = texts.map((text) => (text === '' ? '' : '…'));
  const room = mostLetters - JSON.stringify(draw(traces)).length;
  return draw(sharingRoom(texts, room));
}
