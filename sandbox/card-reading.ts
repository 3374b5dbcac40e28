import type { Json, JsonObject } from './shared/types.ts';

export type CardAction = JsonObject & { type: string };
export type CardInput = JsonObject & { type: string; id: string };

/** An action of a card with the inputs that the client sends with it: of its card and of the cards around that. */
export type FoundAction = { action: CardAction; inputs: CardInput[] };

export type InputValues = Record<string, string | number | boolean>;

/** The client would not have sent this: the button is not there, or an input is not filled in as the card asks. */
export class CardRefusal extends Error {
  override name = 'CardRefusal';
}

const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Every action on a card: bars, ActionSets, ShowCards, selectAction, inline actions of inputs. Not the fallbacks. */
function actionsOf(card: JsonObject): FoundAction[] {
  return readCard(card, []);
}

function readCard(card: JsonObject, around: CardInput[]): FoundAction[] {
  const inputs = [...around];
  const actions: CardAction[] = [];
  collect(card, inputs, actions);
  return actions.flatMap((action) => {
    if (action.type === 'Action.ShowCard' && isObject(action.card))
      return [{ action, inputs }, ...readCard(action.card, inputs)];
    return [{ action, inputs }];
  });
}

function collect(node: Json | undefined, inputs: CardInput[], actions: CardAction[]) {
  if (Array.isArray(node)) {
    for (const item of node) collect(item, inputs, actions);
    return;
  }
  if (!isObject(node)) return;
  const type = typeof node.type === 'string' ? node.type : '';
  if (type.startsWith('Action.')) {
    actions.push(node as CardAction);
    return;
  }
  if (type.startsWith('Input.') && typeof node.id === 'string') inputs.push(node as CardInput);
  for (const [name, value] of Object.entries(node)) {
    if (name !== 'fallback' && name !== 'data' && name !== 'refresh') collect(value, inputs, actions);
  }
}

/**
 * The data of an action merged with the inputs as the client does it; every value becomes text. A program has read the card by the time it
 * clicks: it does not say when the card came up.
 */
export function dataOf({ action, inputs }: FoundAction, given: InputValues): JsonObject {
  const { cameUp: _, ...data }: JsonObject = isObject(action.data) ? structuredClone(action.data) : {};
  if (action.associatedInputs === 'none') return data;
  const known = new Set(inputs.map((input) => input.id));
  for (const id of Object.keys(given)) {
    if (!known.has(id))
      throw new CardRefusal(`No input "${id}" goes with this button; there are: ${[...known].join(', ')}`);
  }
  for (const input of inputs) {
    const value = inputValueOf(input, given[input.id]);
    check(input, value);
    if (value !== '') data[input.id] = value;
  }
  return data;
}

function inputValueOf(input: CardInput, given: string | number | boolean | undefined): string {
  const on = String(input.valueOn ?? 'true');
  const off = String(input.valueOff ?? 'false');
  if (input.type === 'Input.Toggle') {
    if (typeof given === 'boolean') return given ? on : off;
    return String(given ?? input.value ?? off);
  }
  return String(given ?? input.value ?? '');
}

function check(input: CardInput, value: string) {
  const fail = (why: string) => {
    throw new CardRefusal(`Input "${input.id}" ${why}`);
  };
  const emptyToggle = input.type === 'Input.Toggle' && value === String(input.valueOff ?? 'false');
  if (input.isRequired === true && (value === '' || emptyToggle)) fail('is required');
  if (value === '') return;
  const bounds = { min: input.min, max: input.max };
  if (input.type === 'Input.Number') checkNumber(Number(value), bounds, fail);
  if (input.type === 'Input.Date') checkText(value, /^\d{4}-\d\d-\d\d$/, fail);
  if (input.type === 'Input.Time') checkText(value, /^\d\d:\d\d$/, fail);
  if (input.type === 'Input.Text') {
    if (typeof input.maxLength === 'number' && value.length > input.maxLength)
      fail(`is longer than ${input.maxLength}`);
    if (typeof input.regex === 'string') checkText(value, new RegExp(input.regex), fail);
  }
  if (input.type === 'Input.ChoiceSet') checkChoice(input, value, fail);
}

function checkNumber(
  value: number,
  { min, max }: { min: Json | undefined; max: Json | undefined },
  fail: (why: string) => void,
) {
  if (Number.isNaN(value)) fail('is not a number');
  if (typeof min === 'number' && value < min) fail(`is under ${min}`);
  if (typeof max === 'number' && value > max) fail(`is over ${max}`);
}

function checkText(value: string, form: RegExp, fail: (why: string) => void) {
  if (!form.test(value)) fail(`does not have the form ${form}: ${value}`);
}

function checkChoice(input: CardInput, value: string, fail: (why: string) => void) {
  if (input['choices.data']) return;
  const choices = Array.isArray(input.choices) ? input.choices.filter(isObject).map((choice) => choice.value) : [];
  const picked = input.isMultiSelect === true ? value.split(',') : [value];
  for (const one of picked)
    if (!choices.includes(one)) fail(`offers no choice "${one}"; it offers: ${choices.join(', ')}`);
}

export type Pick = { id?: string; title?: string; data?: JsonObject };

/** The one action of this type and verb that the pick leaves. */
export function findAction(
  card: JsonObject,
  type: 'Action.Execute' | 'Action.Submit',
  verb: string,
  pick: Pick,
): FoundAction {
  const all = actionsOf(card);
  const fits = all.filter(({ action }) => {
    const data = isObject(action.data) ? action.data : {};
    const named = action.type === type && (type === 'Action.Execute' ? action.verb : data.verb) === verb;
    return (
      named &&
      (pick.id === undefined || action.id === pick.id) &&
      (pick.title === undefined || action.title === pick.title) &&
      Object.entries(pick.data ?? {}).every(([name, value]) => JSON.stringify(data[name]) === JSON.stringify(value))
    );
  });
  const [found] = fits;
  if (!found)
    throw new CardRefusal(
      `No ${type} "${verb}" on the card; there are: ${all.map(({ action }) => labelOf(action)).join(', ')}`,
    );
  if (found.action.isEnabled === false) throw new CardRefusal(`The button "${verb}" is not enabled`);
  return found;
}

const labelOf = (action: CardAction) => `${action.type} ${String(action.verb ?? action.title ?? '')}`;

/** All text that a reader sees on a card, in order; for tests that look for words. */
export function textOf(node: Json | undefined): string {
  if (Array.isArray(node)) return node.map(textOf).filter(Boolean).join('\n');
  if (!isObject(node)) return '';
  const own = ['title', 'text', 'label', 'value', 'placeholder', 'altText'].map((name) => node[name]);
  const below = Object.entries(node)
    .filter(([name]) => name !== 'data' && name !== 'fallback')
    .map(([, value]) => (typeof value === 'object' ? textOf(value) : ''));
  return [...own.filter((value) => typeof value === 'string'), ...below].filter(Boolean).join('\n');
}
