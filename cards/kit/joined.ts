import type { Card } from '../../src/ports/messenger.ts';
import type { Action, Element } from './elements.ts';
import { isGreeting, isHeading } from './header.ts';
import { onePrimary } from './one-primary.ts';

interface Drawn extends Card {
  readonly body: readonly Element[];
  readonly actions?: readonly Action[];
}

/**
 * Several cards as one message under one title: each a section with its own heading and buttons. Whose title and greeting they are stands once,
 * above all.
 * @param opening title, greeting and fallback of the whole
 */
export function joinCards(opening: Card, cards: readonly Card[]): Card {
  const { body, actions: _actions, ...base } = opening as Drawn;
  const drawn = cards as readonly Drawn[];
  return {
    ...base,
    body: onePrimary([
      ...body,
      ...drawn.map(({ body: own, actions = [] }) => ({
        type: 'Container' as const,
        separator: true,
        spacing: 'Large' as const,
        items: [...sectionOf(own), ...(actions.length > 0 ? [{ type: 'ActionSet' as const, actions }] : [])],
      })),
    ]),
  };
}

/** What a card is called; empty for one without a heading. */
export const headingOf = (card: Card): string => (card as Drawn).body.find(isHeading)?.text ?? '';

/** What a card says from its heading on, which becomes that of a section; a banner before it stands above all. */
function sectionOf(body: readonly Element[]): readonly Element[] {
  const at = body.findIndex(isHeading);
  return body
    .slice(Math.max(at, 0))
    .filter((element) => !isGreeting(element))
    .map((element) => (isHeading(element) ? { ...element, size: 'Medium' } : element));
}
