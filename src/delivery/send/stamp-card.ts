import { type CardNode, eachNode } from '../../ports/card-nodes.ts';
import type { Card } from '../../ports/messenger.ts';

const carriers: readonly unknown[] = ['Action.Execute', 'Action.Submit'];
/** Whether a click on it comes to us. */
export const isAction = ({ type }: CardNode): boolean => carriers.includes(type);

/** Every action of the card says which delivery it came with, so that a click tells that it arrived. Nothing else is changed. */
export const stampCard = (card: Card, delivery: string): Card => stampActions(card, () => ({ delivery }));

/** The card whose actions also carry what `more` says of each; undefined leaves one as it is. */
export const stampActions = (card: Card, more: (data: CardNode) => CardNode | undefined): Card =>
  eachNode(card, (node) => {
    if (!isAction(node)) return node;
    const data = (node.data ?? {}) as CardNode;
    const added = more(data);
    return added === undefined ? node : { ...node, data: { ...data, ...added } };
  });
