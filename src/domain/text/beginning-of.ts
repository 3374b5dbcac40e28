/** What a card is measured in, in UTF-16: a quotation mark and the end of a line are two there. */
const onTheWire = (text: string): number => JSON.stringify(text).length - 2;

/** The whole text, or its beginning up to the end of a word with “…”, so that no letter is halved. @param most of its length on the wire */
export function beginningOf(text: string, most: number): string {
  if (onTheWire(text) <= most) return text;
  let left = most;
  const letters: string[] = [];
  for (const letter of text) {
    left -= onTheWire(letter);
    if (left < 1) break;
    letters.push(letter);
  }
  const cut = letters.join('');
  const end = cut.search(/\s\S*$/);
  return `${end > 0 ? cut.slice(0, end) : cut}…`;
}

/**
 * The texts as they stand where together they have this much room: short ones whole, the others cut to one length.
 * @param room of all together, in their length on the wire
 */
export function sharingRoom(texts: readonly string[], room: number): string[] {
  const most = fairShare(texts.map(onTheWire), room);
  return texts.map((text) => (onTheWire(text) <= most ? text : most < 1 ? '…' : beginningOf(text, most)));
}

function fairShare(lengths: readonly number[], room: number): number {
  let left = room;
  const byLength = [...lengths].sort((a, b) => a - b);
  for (const [i, length] of byLength.entries()) {
    const share = Math.floor(left / (byLength.length - i));
    if (length > share) return share;
    left -= length;
  }
  return Number.POSITIVE_INFINITY;
}
