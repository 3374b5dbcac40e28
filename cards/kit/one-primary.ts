import { type CardNode, eachNode } from '../../src/ports/card-nodes.ts';
import type { Element } from './elements.ts';

/** Of several buttons that are each the likeliest of their section only the first stays so: a card recommends one thing. */
export function onePrimary(body: readonly Element[]): readonly Element[] {
  let isTaken = false;
  return eachNode(body, (node) => {
    // The fallback of a button is no other button: it looks as that does.
    if (node.style !== 'positive' || node.type === 'Action.Submit') return node;
    if (isTaken) return plain(node);
    isTaken = true;
    return node;
  });
}

function plain({ style: _style, ...action }: CardNode): CardNode {
  if (action.fallback === undefined) return action;
  const { style: _fallbackStyle, ...fallback } = action.fallback as CardNode;
  return { ...action, fallback };
}
