import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

interface Parsed {
  parse(card: unknown, context: unknown): void;
}
/** The renderer's own parser; `lib` cannot be loaded in Node, `dist` can. */
const { AdaptiveCard, SerializationContext } = require('adaptivecards/dist/adaptivecards.js') as {
  AdaptiveCard: new () => Parsed;
  SerializationContext: new () => { eventCount: number; getEventAt(i: number): { message: string } };
};

const Ajv = require('ajv-draft-04') as typeof import('ajv-draft-04').default;
const schemaFile = new URL('../../../shared/schemas/adaptive-card-1.5.json', import.meta.url);
/** Checked only where the schema is at hand. It calls itself draft 06 and is written as draft 04. */
function compileSchema() {
  const { $schema: _draft, ...schema } = JSON.parse(readFileSync(schemaFile, 'utf8'));
  return new Ajv({ strict: false, validateFormats: false }).compile(schema);
}
const validate = existsSync(schemaFile) ? compileSchema() : undefined;

type Node = Record<string, unknown>;

function* nodes(value: unknown): Generator<Node> {
  if (Array.isArray(value)) for (const item of value) yield* nodes(item);
  else if (typeof value === 'object' && value !== null) {
    yield value as Node;
    for (const [key, inner] of Object.entries(value)) if (key !== 'data') yield* nodes(inner);
  }
}

/** What every card of ours must be, whatever it says. */
export function assertGoodCard(card: Readonly<Record<string, unknown>>): void {
  const about = JSON.stringify(card).slice(0, 200);
  assert.equal(card.version, '1.5', about);
  assert.ok(card.lang === 'vi' || card.lang === 'en', `lang: ${about}`);
  assert.ok(typeof card.fallbackText === 'string' && card.fallbackText.length > 0, `fallbackText: ${about}`);
  assert.ok(((card.actions as unknown[] | undefined) ?? []).length <= 6, `more than 6 actions: ${about}`);
  const bytes = JSON.stringify(card).length * 2;
  assert.ok(bytes < 28 * 1024, `${bytes} bytes in UTF-16: ${about}`);
  for (const node of nodes(card)) {
    const type = String(node.type ?? '');
    if (type.startsWith('Input.')) assert.ok(node.label, `${type} ${String(node.id)} without label`);
    if (type.startsWith('Input.')) assert.ok(node.errorMessage, `${type} ${String(node.id)} without errorMessage`);
    if (type === 'Image') assert.ok(node.altText, 'Image without altText');
    if (type === 'TextBlock') assert.equal(node.wrap, true, `TextBlock that does not wrap: ${String(node.text)}`);
    if (type.startsWith('Action.') && type !== 'Action.Submit')
      assert.ok(node.title, `${type} without title: ${JSON.stringify(node).slice(0, 200)}`);
    for (const value of Object.values(node)) {
      if (typeof value === 'string')
        assert.doesNotMatch(value, /\$\{|\{\{|undefined|\[object/, `unfilled text in ${about}`);
    }
  }
  const context = new SerializationContext();
  new AdaptiveCard().parse(card, context);
  // The renderer tests `lang` with a pattern that keeps its position between calls, so every second card "fails"; checked above.
  const events = Array.from({ length: context.eventCount }, (_, i) => context.getEventAt(i).message).filter(
    (message) => !message.endsWith('for property "lang".'),
  );
  assert.deepEqual(events, [], about);
  if (validate !== undefined && !validate(card))
    assert.fail(`schema: ${JSON.stringify(validate.errors?.slice(0, 3))} in ${about}`);
}
