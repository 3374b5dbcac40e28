import type { Card } from '../../ports/messenger.ts';

export type CardNode = Readonly<Record<string, unknown>>;

const carriers: readonly unknown[] = ['Action.Execute', 'Action.Submit'];
/** Whether a click on it comes to us. */
export const isAction = ({ type }: CardNode): boolean => carriers.includes(type);

/** Every action of the card says which delivery it came with, so that a click tells that it arrived. Nothing else is changed. */
export const stampCard = (card: Card, delivery: string): Card => stampActions(card, () => ({ delivery }));

/** A copy of the card whose actions also carry what `more` says of each. */
export const stampActions = (card: Card, more: (data: CardNode) => CardNode): Card =>
  eachNode(card, (node) => {
    const data = (node.data ?? {}) as CardNode;
    return isAction(node) ? { ...node, data: { ...data, ...more(data) } } : node;
  });

/** A copy of the card in which each node is what `change` makes of it; the innermost first. */
export const eachNode = (card: Card, change: (node: CardNode) => CardNode): Card => changed(card, change) as Card;

function changed(node: unknown, change: (node: CardNode) => CardNode): unknown {
  if (Array.isArray(node)) return node.map((each) => changed(each, change));
  if (node === null || typeof node !== 'object') return node;
  return change(Object.fromEntries(Object.entries(node).map(([name, value]) => [name, changed(value, change)])));
}
