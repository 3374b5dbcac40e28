import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import en from '../../locales/en.json' with { type: 'json' };
import vi from '../../locales/vi.json' with { type: 'json' };

/**
 * TextBlock reads Markdown, so no person's text may reach one. These fields hold our own words, numbers, codes, or names that the plan and
 * the unit give; each was followed through its page. What is not listed belongs into a RichTextBlock.
 */
const ours: Readonly<Record<string, readonly string[]>> = {
  aside: ['overview/department', 'overview/progress'],
  chip: [
    'award/decide',
    'award/decision',
    'award/publish',
    'council/overview',
    'council/session',
    'review/collective',
    'review/dossier',
    'review/members',
    'review/opinion',
    'review/proposal',
    'review/queue',
  ],
  code: [
    'nomination/confirm',
    'nomination/dossier',
    'nomination/read',
    'nomination/read-criterion',
    'nomination/withdraw',
    'nomination/withdrawn-notice',
  ],
  count: ['calls/channel', 'calls/show', 'council/case'],
  criterion: ['nomination/conflict'],
  deadline: ['overview/todo'],
  due: ['overview/todo'],
  eyebrow: ['campaign/launch-people'],
  finished: ['overview/department', 'overview/progress'],
  from: ['overview/department', 'overview/progress', 'overview/todo'],
  group: ['overview/department'],
  heading: ['award/notice', 'review/form', 'review/queue'],
  label: [
    'calls/channel',
    'calls/people',
    'calls/show',
    'intake/queue',
    'review/collective',
    'review/dossier',
    'review/meeting',
    'review/proposal',
    'review/returned',
  ],
  left: ['overview/todo'],
  line: ['overview/department', 'overview/progress'],
  listHeading: ['council/overview'],
  n: ['intake/queue'],
  // Of a criterion, by the plan.
  name: ['nomination/criterion'],
  number: ['council/case', 'council/closing', 'council/session'],
  open: ['overview/todo'],
  organisation: ['calls/channel', 'calls/invite', 'calls/show'],
  'part.rating': ['nomination/read-criterion'],
  place: ['nomination/criterion'],
  position: ['campaign/plan-section', 'council/case'],
  rating: ['intake/open', 'nomination/read', 'review/criterion', 'review/dossier'],
  result: ['intake/open'],
  sent: ['overview/department', 'overview/progress'],
  state: [
    'intake/late-list',
    'intake/open',
    'intake/queue',
    'nomination/criterion',
    'nomination/dossier',
    'nomination/overview',
    'nomination/read',
  ],
  // Of a section of the plan; of a department.
  title: ['campaign/launch-people', 'campaign/plan-section'],
  to: ['overview/department', 'overview/progress', 'overview/todo'],
  total: ['overview/department', 'overview/progress', 'overview/todo'],
  'whole.aside': ['overview/progress'],
  'whole.finished': ['overview/progress'],
  'whole.sent': ['overview/progress'],
  year: ['reminders/digest'],
};
/** Of the plan, wherever they stand. */
const everywhere = ['roundName', 'unitName'];

type Node = { readonly [key: string]: unknown };
const folder = new URL('../../cards/', import.meta.url);
const templates: readonly (readonly [name: string, template: Node])[] = readdirSync(folder, { recursive: true })
  .map(String)
  .filter((file) => file.endsWith('.json'))
  .sort()
  .map((file) => [file.replace('.json', ''), JSON.parse(readFileSync(new URL(file, folder), 'utf8'))]);

function* nodesOf(value: unknown): Generator<Node> {
  if (Array.isArray(value)) for (const item of value) yield* nodesOf(item);
  else if (typeof value === 'object' && value !== null) {
    yield value as Node;
    for (const inner of Object.values(value)) yield* nodesOf(inner);
  }
}
const at = (tree: unknown, path: readonly string[]): unknown =>
  path.reduce((node, key) => (node as Node | undefined)?.[key], tree);
const wordsAt = (name: string, tree: unknown): unknown => at(tree, ['cards', ...name.split('/')]);

function leavesOf(node: unknown, path = ''): (readonly [path: string, text: string])[] {
  if (typeof node === 'string') return [[path, node]];
  return Object.entries(node as Node).flatMap(([key, inner]) => leavesOf(inner, path === '' ? key : `${path}.${key}`));
}

/** Fields that a text of a template shows, those of its words included. */
function fieldsIn(name: string, text: string): string[] {
  return [...text.matchAll(/\$\{([^}]+)\}/g)].flatMap(([, expression = '']) => {
    const word = /^(?:\$root\.)?t\.([\w.]+)$/.exec(expression)?.[1];
    if (word === undefined) return [expression];
    return [vi, en].flatMap((tree) => {
      const words = at(wordsAt(name, tree), word.split('.'));
      assert.ok(typeof words === 'string', `${name} has no words “${word}”`);
      return [...words.matchAll(/\{(\w+)\}/g)].map((fact) => fact[1] ?? '');
    });
  });
}

describe('the templates of cards', () => {
  it('give no person’s text to a TextBlock, and use no other element that reads Markdown', () => {
    const wrong = templates.flatMap(([name, template]) =>
      [...nodesOf(template)].flatMap((node) => {
        if (['FactSet', 'Table', 'Media'].includes(String(node.type))) return [`${name}: ${String(node.type)}`];
        if (node.type !== 'TextBlock') return [];
        return fieldsIn(name, String(node.text))
          .filter((field) => !everywhere.includes(field) && !ours[field]?.includes(name))
          .map((field) => `${name}: ${field}`);
      }),
    );
    assert.deepEqual([...new Set(wrong)], []);
  });
  it('are named in the list only where they need it', () => {
    const used = new Set(
      templates.flatMap(([name, template]) =>
        [...nodesOf(template)]
          .filter(({ type }) => type === 'TextBlock')
          .flatMap(({ text }) => fieldsIn(name, String(text)).map((field) => `${name}: ${field}`)),
      ),
    );
    const listed = Object.entries(ours).flatMap(([field, names]) => names.map((name) => `${name}: ${field}`));
    assert.deepEqual(
      listed.filter((entry) => !used.has(entry)),
      [],
    );
  });
  it('hold no words of their own', () => {
    const spoken = templates.flatMap(([name, template]) =>
      [...nodesOf(template)].flatMap((node) =>
        ['text', 'title', 'label', 'placeholder', 'errorMessage', 'fallbackText']
          .map((key) => node[key])
          .filter((text) => typeof text === 'string' && /\p{L}/u.test(text.replaceAll(/\$\{[^}]*\}|https:/g, '')))
          .map((text) => `${name}: ${String(text)}`),
      ),
    );
    // A language is called by its own name in every language.
    assert.deepEqual(
      spoken.filter((words) => !words.startsWith('start/language:')),
      [],
    );
  });
  it('are each drawn by a screen, and each has its words; no words are left over', () => {
    const screens = new URL('../../src/screens/', import.meta.url);
    const code = readdirSync(screens, { recursive: true })
      .map(String)
      .filter((file) => file.endsWith('.ts'))
      .map((file) => readFileSync(new URL(file, screens), 'utf8'))
      .join('\n');
    const drawn = [...code.matchAll(/defineScreen\(\s*'([^']+)'/g)].map((m) => m[1] ?? '').sort();
    const names = templates.map(([name]) => name).sort();
    assert.deepEqual(drawn, names);
    for (const tree of [vi, en]) {
      const spoken = Object.entries(tree.cards).flatMap(([cap, cards]) =>
        Object.keys(cards).map((card) => `${cap}/${card}`),
      );
      assert.deepEqual(spoken.sort(), names);
    }
  });
  it('speak English in English', () => {
    const vietnamese = /đ|\p{M}/iu;
    // Certificates' numbers, the currency, a law's name, and how a language calls itself are not translated.
    const kept = /05\/QĐ-…|đồng|\{kind\} số|Ngôn ngữ: Tiếng Việt/g;
    const { app: _name, commands: _aliases, ...spoken } = en;
    assert.deepEqual(
      leavesOf(spoken).filter(([, text]) => vietnamese.test(text.replaceAll(kept, '').normalize('NFD'))),
      [],
    );
  });
  it('use every one of their words', () => {
    const idle = templates.flatMap(([name, template]) => {
      const code = JSON.stringify(template);
      return leavesOf(wordsAt(name, vi))
        .map(([word]) => word)
        .filter((word) => !new RegExp(`t\\.${word.replaceAll('.', '\\.')}\\b`).test(code))
        .map((word) => `${name}: ${word}`);
    });
    assert.deepEqual(idle, []);
  });
});
