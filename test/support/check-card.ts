import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { faultsOf } from './card-rules.ts';

const require = createRequire(import.meta.url);

interface Parsed {
  parse(card: unknown, context: unknown): void;
}
/** The renderer's own parser; `lib` cannot be loaded in Node, `dist` can. */
const { AdaptiveCard, SerializationContext } = require('adaptivecards/dist/adaptivecards.js') as {
  AdaptiveCard: new () => Parsed;
  SerializationContext: new () => { eventCount: number; getEventAt(i: number): { message: string } };
};

/** What every card of ours must be, whatever it says: by our own rules, and by the renderer's. */
export function assertGoodCard(card: Readonly<Record<string, unknown>>): void {
  const about = JSON.stringify(card).slice(0, 200);
  assert.deepEqual(faultsOf(card), [], about);
  const context = new SerializationContext();
  new AdaptiveCard().parse(card, context);
  // The renderer tests `lang` with a pattern that keeps its position between calls, so every second card "fails"; checked by our rules.
  const events = Array.from({ length: context.eventCount }, (_, i) => context.getEventAt(i).message).filter(
    (message) => !message.endsWith('for property "lang".'),
  );
  assert.deepEqual(events, [], about);
}
