import type { Card } from '../../ports/messenger.ts';

/** Every action of the card says which delivery it came with, so that a click tells that it arrived. Nothing else is changed. */
export const stampCard = (card: Card, delivery: string): Card => stamped(card, delivery) as Card;

const carriers: readonly unknown[] = ['Action.Execute', 'Action.Submit'];

function stamped(node: unknown, delivery: string): unknown {
  if (Array.isArray(node)) return node.map((each) => stamped(each, delivery));
  if (node === null || typeof node !== 'object') return node;
  const copy = Object.fromEntries(Object.entries(node).map(([name, value]) => [name, stamped(value, delivery)]));
  if (!carriers.includes(copy.type)) return copy;
  return { ...copy, data: { ...(copy.data as object | undefined), delivery } };
}
