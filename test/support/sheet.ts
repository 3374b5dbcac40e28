import assert from 'node:assert/strict';
import { actionsOf } from './office.ts';

/** What a person types who rates all criteria on one card as met, with the same words for each. */
export function sheetTyped(card: unknown, words: string, rating = 'met'): Record<string, string> {
  const save = actionsOf(card).find(({ verb }) => verb === 'assess.sheet');
  assert.ok(save, 'the card does not ask for all criteria at once');
  const ids = Object.keys(save.data).flatMap((name) => /^base-(.+)$/.exec(name)?.[1] ?? []);
  assert.ok(ids.length > 0);
  return Object.fromEntries(
    ids.flatMap((id) => [
      [`rating-${id}`, rating],
      [`words-${id}`, words],
    ]),
  );
}
