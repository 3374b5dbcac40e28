import type { Card } from '../../src/ports/messenger.ts';
import type { Action, Element } from './elements.ts';

interface Drawn extends Card {
  readonly body: readonly Element[];
  readonly actions?: readonly Action[];
  readonly fallbackText: string;
}

/** Several cards as one message: each a section with its own buttons. */
export function joinCards(cards: readonly Card[]): Card {
  const drawn = cards as readonly Drawn[];
  const [first] = drawn;
  if (first === undefined || drawn.length === 1) return first ?? {};
  const { actions: _actions, ...base } = first;
  return {
    ...base,
    fallbackText: drawn.map(({ fallbackText }) => fallbackText).join(' '),
    body: drawn.map(({ body, actions = [] }, i) => ({
      type: 'Container',
      ...(i > 0 && { separator: true, spacing: 'ExtraLarge' }),
      items: [...body, ...(actions.length > 0 ? [{ type: 'ActionSet', actions }] : [])],
    })),
  };
}
