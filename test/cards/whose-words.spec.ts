import assert from 'node:assert/strict';
import type { DrawCard } from '../../cards/kit/kit.ts';
import { texts } from '../../src/adapters/texts/texts.ts';
import { allCards, viewsOf } from './all-cards.ts';

/**
 * TextBlock reads Markdown, so no person's text may reach one. These fields hold our own words, numbers, codes, or names that the plan and
 * the unit give; each was followed through its page. What is not listed belongs into a RichTextBlock. A field within a list is named from
 * the list's entry on.
 */
const ours: Readonly<Record<string, readonly string[]>> = {
  aside: ['overview/department', 'overview/progress'],
  chip: [
    'award/decide',
    'award/decision',
    'award/publish',
    'council/agenda',
    'council/overview',
    'council/session',
    'delegation/show',
    'milestones/list',
    'milestones/reminder',
    'review/collective',
    'review/dossier',
    'review/members',
    'review/opinion',
    'review/proposal',
    'review/queue',
    'roster/department',
    'roster/find',
  ],
  code: [
    'nomination/confirm',
    'nomination/dossier',
    'nomination/read',
    'nomination/read-criterion',
    'nomination/withdraw',
    'nomination/withdrawn-notice',
  ],
  count: ['calls/channel', 'calls/show'],
  criterion: ['nomination/conflict'],
  day: ['reminders/morning'],
  deadline: ['overview/todo'],
  detail: ['roster/show', 'settings/show'],
  due: ['overview/todo'],
  eyebrow: ['campaign/launch-people'],
  fact: ['roster/person', 'settings/one'],
  finished: ['overview/department', 'overview/progress'],
  group: ['overview/department'],
  heading: ['award/notice', 'award/reason', 'intake/news', 'review/form', 'review/queue', 'reminders/folded'],
  label: [
    'calls/channel',
    'calls/people',
    'calls/show',
    'delegation/word',
    'intake/queue',
    'review/collective',
    'review/dossier',
    'review/meeting',
    'review/proposal',
    'review/returned',
    'settings/confirm',
  ],
  about: ['settings/group'],
  later: ['settings/group'],
  since: ['settings/one'],
  left: ['overview/todo'],
  line: ['overview/department', 'overview/progress'],
  listHeading: ['council/overview'],
  n: ['intake/queue'],
  // Of a criterion, by the plan, and of a milestone.
  name: ['milestones/list', 'milestones/reminder', 'nomination/criterion', 'settings/group', 'settings/show'],
  on: ['milestones/list', 'milestones/reminder'],
  open: ['overview/todo'],
  organisation: ['calls/channel', 'calls/invite', 'calls/show'],
  'part.rating': ['nomination/read-criterion'],
  people: ['roster/show'],
  place: ['nomination/criterion'],
  position: ['campaign/plan-section'],
  rating: ['intake/open', 'nomination/read', 'review/criterion', 'review/dossier'],
  reach: ['roster/show'],
  result: ['intake/open'],
  sent: ['overview/department', 'overview/progress'],
  state: [
    'intake/find',
    'intake/queue',
    'paper/find',
    'nomination/criterion',
    'nomination/dossier',
    'nomination/evidence-receiving',
    'nomination/overview',
    'nomination/read',
  ],
  // Of a department; of a command.
  title: ['campaign/launch-people'],
  whole: ['roster/show'],
  'whole.aside': ['overview/progress'],
  'whole.finished': ['overview/progress'],
  'whole.sent': ['overview/progress'],
};
/** Of the plan, wherever they stand. */
const everywhere = ['roundName', 'unitName'];

/** The view with every text that is not empty replaced by the name of its field; what a card tells apart by its value stays. */
function marked(value: unknown, path: readonly string[] = []): unknown {
  if (Array.isArray(value)) return value.map((entry) => marked(entry));
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, marked(inner, [...path, key])]));
  return typeof value === 'string' && value !== '' ? `⟦${path.join('.')}⟧` : value;
}

function* blocks(node: unknown): Generator<string> {
  if (Array.isArray(node)) for (const entry of node) yield* blocks(entry);
  else if (typeof node === 'object' && node !== null) {
    const { type, text } = node as { type?: unknown; text?: unknown };
    assert.ok(!['FactSet', 'Table', 'Media'].includes(String(type)), `${String(type)} reads Markdown`);
    if (type === 'TextBlock') yield String(text);
    for (const inner of Object.values(node)) yield* blocks(inner);
  }
}

describe('what a TextBlock says', () => {
  const shown = new Set<string>();
  let cards: ReadonlyMap<string, DrawCard<object>>;
  before(async function () {
    this.timeout(60_000);
    cards = await allCards();
    for (const [name, card] of cards)
      for (const view of await viewsOf(name))
        for (const text of blocks(card(texts('vi', { office: 'Phòng Hành chính' }), marked(view) as object)))
          for (const [, field = ''] of text.matchAll(/⟦([^⟧]*)⟧/g)) shown.add(`${field} ${name}`);
  });

  it('is seen of every card', async () => {
    assert.ok(cards.size > 100);
    const unseen: string[] = [];
    for (const name of cards.keys()) if ((await viewsOf(name)).length === 0) unseen.push(name);
    assert.deepEqual(unseen, []);
  });
  it('is never a person’s text', () => {
    const wrong = [...shown].filter((entry) => {
      const [field = '', name = ''] = entry.split(' ');
      return !everywhere.includes(field) && !ours[field]?.includes(name);
    });
    assert.deepEqual(wrong, []);
  });
  it('is listed only where it is needed', () => {
    const listed = Object.entries(ours).flatMap(([field, names]) => names.map((name) => `${field} ${name}`));
    assert.deepEqual(
      listed.filter((entry) => !shown.has(entry)),
      [],
    );
  });
});
