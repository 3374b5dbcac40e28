import assert from 'node:assert/strict';
import type { Card } from '../../src/ports/messenger.ts';
import { actionsOf, type Office } from './office.ts';

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
      const shown = await office.as(who).click(button.verb, { ...button.data, ...prefilled(card), ...typed });
      card = shown.card;
      counted.clicks += 1 + changed;
      counted.cards += 1;
      return shown.text;
    },
  };
}

/** What the inputs of a card hold, by id. */
export function prefilled(node: unknown): Record<string, string> {
  if (Array.isArray(node)) return Object.assign({}, ...node.map(prefilled));
  if (node === null || typeof node !== 'object') return {};
  const { type, id, value } = node as Record<string, unknown>;
  if (typeof type === 'string' && type.startsWith('Input.')) return { [String(id)]: String(value ?? '') };
  return Object.assign({}, ...Object.values(node).map(prefilled));
}
