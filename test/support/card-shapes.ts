/** What is wrong with a value that stands `at` a place in the card. */
type Rule = (value: unknown, at: string) => readonly string[];
interface Shape {
  readonly required: Readonly<Record<string, Rule>>;
  readonly optional: Readonly<Record<string, Rule>>;
}
export type Node = Readonly<Record<string, unknown>>;

const is =
  (what: string, holds: (value: unknown) => boolean): Rule =>
  (value, at) =>
    holds(value) ? [] : [`${at} is not ${what}: ${JSON.stringify(value)}`];
const isText = (value: unknown): value is string => typeof value === 'string';

const text = is('a text', isText);
const words = is('a text that says something', (value) => isText(value) && value !== '');
const flag = is('a flag', (value) => typeof value === 'boolean');
const yes = is('true', (value) => value === true);
const count = is('a whole number above 0', (value) => Number.isInteger(value) && Number(value) > 0);
const date = is('a date', (value) => isText(value) && /^\d{4}-\d\d-\d\d$/.test(value));
const address = is('a web address', (value) => isText(value) && /^https?:\/\/\S+$/.test(value));
const exactly = (expected: string): Rule => is(expected, (value) => value === expected);
/** The standard takes its words in any case. */
const oneOf = (...known: readonly string[]): Rule =>
  is(`one of ${known.join(', ')}`, (value) => isText(value) && known.includes(value.toLowerCase()));
const width = is(
  'a width',
  (value) => (typeof value === 'number' && value > 0) || (isText(value) && /^(auto|stretch|[1-9]\d*px)$/i.test(value)),
);
const data = is(
  'a flat record',
  (value) =>
    isNode(value) && Object.values(value).every((entry) => ['string', 'number', 'boolean'].includes(typeof entry)),
);
const one =
  (...types: readonly string[]): Rule =>
  (value, at) =>
    isNode(value) && types.includes(String(value.type))
      ? faultsIn(value, String(value.type), at)
      : [`${at} is not one of ${types.join(', ')}: ${JSON.stringify(value)}`];
const many =
  (each: Rule): Rule =>
  (value, at) =>
    Array.isArray(value) ? value.flatMap((entry, i) => each(entry, `${at}[${i}]`)) : [`${at} is not a list`];

const elements = ['TextBlock', 'RichTextBlock', 'Container', 'ColumnSet', 'ActionSet'];
const inputs = ['Input.Text', 'Input.Date', 'Input.Time', 'Input.ChoiceSet', 'Input.Toggle'];
const element = one(...elements, ...inputs);
const lettering = {
  size: oneOf('default', 'small', 'medium', 'large', 'extralarge'),
  weight: oneOf('default', 'lighter', 'bolder'),
  color: oneOf('default', 'dark', 'light', 'accent', 'good', 'warning', 'attention'),
  isSubtle: flag,
  fontType: oneOf('default', 'monospace'),
};
const placement = {
  spacing: oneOf('default', 'none', 'small', 'medium', 'large', 'extralarge', 'padding'),
  separator: flag,
};
const aligned = { ...placement, horizontalAlignment: oneOf('left', 'center', 'right') };
const surface = {
  style: oneOf('default', 'emphasis', 'good', 'attention', 'warning', 'accent'),
  bleed: flag,
  selectAction: one('Action.Execute'),
};
const input = { id: words, label: words, errorMessage: words };
const answer = { ...placement, isRequired: flag };
const mood = { style: oneOf('default', 'positive', 'destructive') };
const manners = { ...mood, associatedInputs: oneOf('auto', 'none') };
const choice: Rule = (value, at) =>
  isNode(value) ? faultsIn(value, 'Input.Choice', at) : [`${at} is not a choice: ${JSON.stringify(value)}`];

/** Clients without Universal Actions pass it over: it needs no other way to say the same. */
const refresh: Rule = (value, at) => (isNode(value) ? faultsIn(value, 'Refresh', at) : [`${at} is not a refresh`]);
const userId = is('an id of Teams', (value) => isText(value) && /^29:\S+$/.test(value));
/** Teams asks for no more of them by itself. */
const userIds: Rule = (value, at) => [
  ...many(userId)(value, at),
  ...(Array.isArray(value) && value.length > 60 ? [`${at} names ${value.length} people, more than 60`] : []),
];

/**
 * Adaptive Card 1.5, as far as the kit draws with it, and narrower where our cards owe their readers more: text wraps, inputs and buttons have
 * names, a card says what it is where it cannot be drawn. A property that is not listed has not been looked at in every client.
 */
export const shapes: Readonly<Record<string, Shape>> = {
  AdaptiveCard: {
    required: {
      $schema: exactly('http://adaptivecards.io/schemas/adaptive-card.json'),
      version: exactly('1.5'),
      lang: oneOf('vi', 'en'),
      fallbackText: words,
      body: many(element),
    },
    optional: { actions: many(one('Action.Execute', 'Action.OpenUrl')), refresh },
  },
  TextBlock: {
    required: { text, wrap: yes },
    optional: { ...lettering, ...aligned, style: oneOf('default', 'heading') },
  },
  RichTextBlock: { required: { inlines: many(one('TextRun')) }, optional: { ...aligned, id: words } },
  TextRun: { required: { text }, optional: lettering },
  Container: { required: { items: many(element) }, optional: { ...placement, ...surface } },
  ColumnSet: { required: { columns: many(one('Column')) }, optional: { ...aligned, ...surface } },
  Column: {
    required: { width, items: many(element) },
    optional: { ...placement, ...surface, verticalContentAlignment: oneOf('top', 'center', 'bottom') },
  },
  ActionSet: { required: { actions: many(one('Action.Execute', 'Action.OpenUrl')) }, optional: placement },
  'Input.Text': {
    required: { ...input, value: text, maxLength: count },
    optional: {
      ...answer,
      isMultiline: flag,
      placeholder: text,
      regex: words,
      style: oneOf('text', 'tel', 'url', 'email', 'password'),
    },
  },
  // What a person typed comes back after a refusal, whether it was a date or not: a client shows what is none as empty.
  'Input.Date': { required: { ...input, value: text }, optional: { ...answer, min: date, max: date } },
  'Input.Time': { required: { ...input, value: text }, optional: answer },
  'Input.ChoiceSet': {
    required: { ...input, choices: many(choice), style: oneOf('compact', 'expanded'), wrap: yes },
    optional: { ...answer, value: text, isMultiSelect: flag, placeholder: text },
  },
  'Input.Choice': { required: { title: words, value: text }, optional: {} },
  'Input.Toggle': {
    required: { ...input, title: words, value: text, valueOn: words, valueOff: words, wrap: yes },
    optional: answer,
  },
  'Action.Execute': {
    required: { title: words, verb: words, data, fallback: one('Action.Submit') },
    optional: manners,
  },
  Refresh: {
    required: {
      action: (value, at) =>
        isNode(value) && value.type === 'Action.Execute'
          ? faultsIn(value, 'Refresh.Execute', at)
          : [`${at} is no action: ${JSON.stringify(value)}`],
      userIds,
    },
    optional: {},
  },
  'Refresh.Execute': { required: { title: words, verb: words, data }, optional: {} },
  'Action.Submit': { required: { title: words, data }, optional: manners },
  'Action.OpenUrl': { required: { title: words, url: address }, optional: mood },
};

/** What is wrong with the shape of a card and of all that it holds. */
export const shapeFaults = (card: Node): readonly string[] => one('AdaptiveCard')(card, 'card');

function faultsIn(node: Node, type: string, at: string): readonly string[] {
  const { required = {}, optional = {} } = shapes[type] ?? {};
  const missing = Object.keys(required).filter((name) => !(name in node));
  return [
    ...missing.map((name) => `${at}.${name} is missing`),
    ...Object.entries(node).flatMap(([name, value]) => {
      if (name === 'type') return [];
      const rule = required[name] ?? optional[name];
      return rule === undefined ? [`${at}.${name} is unknown to ${type}`] : rule(value, `${at}.${name}`);
    }),
  ];
}

export function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
