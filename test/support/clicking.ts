import assert from 'node:assert/strict';
import type { Card } from '../../src/ports/messenger.ts';
import { actionsOf, type Office, valuesOf } from './office.ts';

/** Clicks only what cards show, and counts; what an input was prefilled with is sent unless something else is typed. */
export function clicking(office: Office, who: string, first: Card) {
  let card = first;
  const counted = { clicks: 0, cards: 0 };
  return {
    counted,
    get card(): Card {
      return card;
    },
    async press(title: string, typed: Readonly<Record<string, string>> = {}): Promise<string> {
      const button = actionsOf(card).find((action) => action.title === title);
      const titles = actionsOf(card).map((action) => action.title);
      assert.ok(button, `no “${title}” among ${titles.join(', ')}`);
      const changed = Object.keys(typed).filter((id) => id.startsWith('rating')).length;
      const shown = await office.as(who).click(button.verb, { ...button.data, ...valuesOf(card), ...typed });
      card = shown.card;
      counted.clicks += 1 + changed;
      counted.cards += 1;
      return shown.text;
    },
  };
}
