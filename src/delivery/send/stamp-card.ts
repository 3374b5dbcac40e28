import type { Card } from '../../ports/messenger.ts';

type Data = Readonly<Record<string, unknown>>;

const carriers: readonly unknown[] = ['Action.Execute', 'Action.Submit'];

/** Every action of the card says which delivery it came with, so that a click tells that it arrived. Nothing else is changed. */
export const stampCard = (card: Card, delivery: string): Card => stampActions(card, () => ({ delivery }));

/** A copy of the card whose actions also carry what `more` says of each. */
export const stampActions = (card: Card, more: (data: Data) => Data): Card => stamped(card, more) as Card;

function stamped(node: unknown, more: (data: Data) => Data): unknown {
  if (Array.isArray(node)) return node.map((each) => stamped(each, more));
  if (node === null || typeof node !== 'object') return node;
  const copy = Object.fromEntries(Object.entries(node).map(([name, value]) => [name, stamped(value, more)]));
  if (!carriers.includes(copy.type)) return copy;
  const data = (copy.data ?? {}) as Data;
  return { ...copy, data: { ...data, ...more(data) } };
}
