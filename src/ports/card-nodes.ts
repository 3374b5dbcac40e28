/** An element, an action or anything else within a card that is no list and no bare value. */
export type CardNode = Readonly<Record<string, unknown>>;

/**
 * A card, or a part of one, in which each node is what `change` makes of it; the innermost first, and otherwise as the card reads. What nothing is changed in is
 * the same object as before: most cards are walked several times and hardly changed.
 */
export const eachNode = <C extends object>(card: C, change: (node: CardNode) => CardNode): C =>
  changed(card, change) as C;

function changed(node: unknown, change: (node: CardNode) => CardNode): unknown {
  if (Array.isArray(node)) return changedParts(node, change);
  if (node === null || typeof node !== 'object') return node;
  return change(changedParts(node as CardNode, change));
}

function changedParts<N extends object>(node: N, change: (node: CardNode) => CardNode): N {
  let copy: N | undefined;
  for (const name of Object.keys(node) as (keyof N)[]) {
    const part = changed(node[name], change) as N[keyof N];
    if (part === node[name]) continue;
    copy ??= (Array.isArray(node) ? [...node] : { ...node }) as N;
    copy[name] = part;
  }
  return copy ?? node;
}
