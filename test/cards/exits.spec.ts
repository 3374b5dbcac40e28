import assert from 'node:assert/strict';
import { goRound } from '../support/grand-tour.ts';
import type { Opened } from '../support/tour/open-tour.ts';

/** Of what is typed there nothing is kept besides, for these reasons. */
const exceptions: Readonly<Record<string, string>> = {
  'assess.conflict': 'asks which of two texts is kept, and each button says which',
  'assess.criterion': 'every button saves',
  'assess.sheet': 'every button saves',
  'intake.find': 'the words of a search, done when they have found someone',
  'paper.find': 'the words of a search, done when they have found someone',
  'privacy.find': 'the words of a search, done when they have found someone',
  'review.people': 'the words of a search, done when they have found someone',
  'roster.find': 'the words of a search, done when they have found someone',
  'roster.show': 'the words of a search, done when they have found someone',
};

type Node = Readonly<Record<string, unknown>>;
function* nodes(node: unknown): Generator<Node> {
  if (Array.isArray(node)) for (const each of node) yield* nodes(each);
  else if (typeof node === 'object' && node !== null) {
    yield node as Node;
    for (const [key, inner] of Object.entries(node)) if (!['data', 'fallback'].includes(key)) yield* nodes(inner);
  }
}
const inputsOf = (card: unknown): Node[] => [...nodes(card)].filter(({ type }) => String(type).startsWith('Input.'));
interface Button {
  readonly title: string;
  readonly verb: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly associatedInputs?: string;
  readonly fallback: { readonly data: Readonly<Record<string, unknown>>; readonly associatedInputs?: string };
}
const buttonsOf = (card: unknown): Button[] =>
  [...nodes(card)].filter(({ type }) => type === 'Action.Execute') as unknown as Button[];
const leaves = ({ data }: Button): boolean => String(data.form).endsWith('|<');

/** Another answer than the one that stands there; undefined where there is no other. */
function anotherFor({ type, value, choices, maxLength }: Node): string | undefined {
  if (type === 'Input.Date') return '2026-12-24';
  if (type === 'Input.Time') return '15:45';
  if (type === 'Input.Toggle') return value === 'true' ? 'false' : 'true';
  if (type === 'Input.Text') return 'Nội dung đang nhập dở'.slice(0, Number(maxLength ?? 60));
  return (choices as readonly { value: string }[]).map((choice) => choice.value).find((each) => each !== value);
}

describe('a form that is left', function () {
  this.timeout(120_000);
  const several = new Map<string, readonly string[]>();
  const unstamped = new Set<string>();
  const faults: string[] = [];
  const tried = new Set<string>();
  let leavings = 0;

  async function look({ office, who, show, card }: Opened): Promise<void> {
    const inputs = inputsOf(card);
    if (inputs.length === 0) return;
    const buttons = buttonsOf(card);
    if (buttons.some(({ data }) => data.form === undefined)) {
      unstamped.add(show.page);
      const isSaving = exceptions[show.page] === 'every button saves';
      const away = buttons.filter(
        ({ verb, associatedInputs }) => isSaving && (associatedInputs !== undefined || verb !== buttons[0]?.verb),
      );
      faults.push(...away.map(({ title }) => `${show.page}: “${title}” does not save`));
      return;
    }
    const ids = inputs.map(({ id }) => String(id));
    const takers = [...new Set(buttons.filter((button) => !leaves(button)).map(({ verb }) => verb))];
    if (takers.length > Math.max(1, several.get(show.page)?.length ?? 0)) several.set(show.page, takers);
    for (const button of buttons) {
      const { title, verb, data } = button;
      if (button.associatedInputs !== undefined || button.fallback.associatedInputs !== undefined)
        faults.push(`${show.page}: “${title}” sends nothing of the form`);
      if (button.fallback.data.form !== data.form)
        faults.push(`${show.page}: the fallback of “${title}” is of no form`);
      if (!leaves(button)) continue;
      const taken = Object.keys(data).filter((name) => ids.includes(name));
      if (taken.length > 0) faults.push(`${show.page}: “${title}” and an input both send ${taken.join(', ')}`);
      const name = `${show.page} ${verb} ${title} ${ids.join()}`;
      if (tried.has(name)) continue;
      tried.add(name);
      const typed = Object.fromEntries(
        inputs.flatMap((input) => {
          const other = anotherFor(input);
          return other === undefined ? [] : [[String(input.id), other]];
        }),
      );
      const left = await office.tried(who, { verb, data: { ...data, ...typed } }, show);
      // The button has done away with what it asked about.
      if (left.card === undefined) continue;
      leavings += 1;
      const now = new Map(inputsOf(left.card).map(({ id, value }) => [String(id), value]));
      for (const [id, value] of Object.entries(typed))
        if (now.has(id) && now.get(id) !== value) faults.push(`${show.page}: “${title}” loses ${id}: ${now.get(id)}`);
      if (now.size > 0 && !JSON.stringify(left.card).includes('điền lại'))
        faults.push(`${show.page}: ${title} says nothing`);
    }
  }
  before(async () => {
    await goRound('vi', look);
  });

  it('comes back as it was, whichever button led away', () => {
    assert.deepEqual(faults, []);
    assert.ok(leavings > 30, `${leavings}`);
  });
  it('is every form but those that save or search', () =>
    assert.deepEqual([...unstamped].sort(), Object.keys(exceptions)));
  it('is taken by one verb, or by those that each take all of it', () =>
    assert.deepEqual(Object.fromEntries(several), {
      // What is ticked is confirmed or refused.
      'accounts.list': ['accounts.confirm', 'accounts.refuse'],
      // Number and date go along, and come back with the list.
      'announce.prepare': ['announce.launch', 'announce.people'],
      'intake.lateForm': ['intake.late', 'intake.reopen'],
      'question.offer': ['assess.append', 'question.ask', 'evidence.link'],
    }));
});
