import assert from 'node:assert/strict';
import * as kit from '../../cards/kit/kit.ts';
import { faultsOf } from './card-rules.ts';
import { shapes } from './card-shapes.ts';

type Node = Record<string, unknown>;

const words = { label: 'Lý do', errorMessage: 'Nhập lý do.' };
const placed = { spacing: 'Small', separator: true };
const answered = { ...placed, isRequired: true };
const manners = { style: 'positive', associatedInputs: 'none' };
const lettered = { size: 'Small', weight: 'Bolder', color: 'good', isSubtle: true, fontType: 'Monospace' };
const button = () => ({
  ...kit.act('Gửi', 'nomination.submit', { rev: 1 }),
  ...manners,
  fallback: { type: 'Action.Submit', title: 'Gửi', ...manners, data: { rev: 1, verb: 'nomination.submit' } },
});
const face = () => ({ ...placed, style: 'good', bleed: true, selectAction: button() });
const choices = [{ title: 'Đồng ý', value: 'agree' }];

/** A card with every property of every shape. */
const fullCard = (): Node => ({
  type: 'AdaptiveCard',
  $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
  version: '1.5',
  lang: 'vi',
  fallbackText: 'Hồ sơ',
  body: [
    { ...kit.label('Hồ sơ'), ...lettered, ...placed, horizontalAlignment: 'Right', style: 'heading' },
    {
      type: 'RichTextBlock',
      id: 'greeting',
      ...placed,
      horizontalAlignment: 'Center',
      inlines: [{ type: 'TextRun', text: 'Đã gửi', ...lettered }],
    },
    { type: 'Container', ...face(), items: [kit.text('Trong hộp')] },
    {
      type: 'ColumnSet',
      ...face(),
      horizontalAlignment: 'Center',
      columns: [{ type: 'Column', ...face(), width: 'stretch', verticalContentAlignment: 'Center', items: [] }],
    },
    { type: 'ActionSet', ...placed, actions: [button()] },
    {
      ...kit.textInput('reason', words, { value: '', maxLength: 500, isMultiline: true, placeholder: '…' }),
      ...answered,
      regex: '.',
      style: 'Url',
    },
    { ...kit.dateInput('on', words, { value: '2026-11-30', min: '2026-11-01', max: '2026-12-01' }), ...answered },
    { ...kit.timeInput('time', words, { value: '' }), ...answered },
    {
      ...kit.choiceInput('result', words, { choices, value: 'agree', isMultiSelect: false, placeholder: '…' }),
      ...answered,
    },
    { ...kit.toggleInput('outstanding', words, { title: 'Tôi đã đọc', value: 'false' }), ...answered },
  ],
  actions: [button(), { ...kit.openUrl('Mở', 'https://files.test/x', kit.primary) }],
  refresh: kit.refreshed('Của tôi', 'call.own', { call: 'call:1' }, ['29:1ab']),
});

/** What no client, or no reader, could do with a property: whoever adds a property says here what is wrong in it. */
const wrong: Readonly<Record<string, readonly unknown[]>> = {
  $schema: ['https://adaptivecards.io/schemas/1.6.json'],
  version: ['1.4', 1.5],
  lang: ['fr'],
  fallbackText: [''],
  body: [{}, [{ type: 'Image' }], ['text'], [{ type: 'Column', width: 'auto', items: [] }]],
  items: [{}, [{ type: 'Image' }], [{ type: 'AdaptiveCard' }]],
  inlines: ['text', [kit.label('no run')]],
  columns: [[kit.stack([])]],
  actions: [{}, [{ type: 'Action.ShowCard' }], [{ type: 'Action.Submit', title: 'Gửi', data: {} }]],
  selectAction: [{ type: 'Action.OpenUrl', title: 'Mở', url: 'https://files.test/x' }],
  fallback: ['drop', { type: 'Action.Execute' }],
  choices: [{}, ['agree'], [{ title: '', value: 'agree' }], [{ title: 'Đồng ý' }], [{ ...choices[0], hint: '' }]],
  text: [1],
  wrap: [false],
  size: ['Tiny'],
  weight: ['Heavy'],
  color: ['Blue'],
  fontType: ['Serif'],
  isSubtle: ['true'],
  spacing: ['Wide'],
  separator: ['true'],
  horizontalAlignment: ['Middle'],
  verticalContentAlignment: ['Middle'],
  style: ['gorgeous'],
  bleed: ['true'],
  width: [0, '80', '12em', 'weighted'],
  id: ['', 1],
  label: [''],
  errorMessage: [''],
  isRequired: ['true'],
  value: [true],
  maxLength: [0, '500', 1.5],
  isMultiline: ['true'],
  placeholder: [1],
  regex: [''],
  min: ['1/11/2026'],
  max: ['1/12/2026'],
  isMultiSelect: ['true'],
  title: [''],
  valueOn: [true, ''],
  valueOff: [false, ''],
  verb: [''],
  data: ['rev=1', { rev: null }, { rev: { of: 1 } }],
  associatedInputs: ['some'],
  refresh: ['call.own', []],
  action: [{}, [], { type: 'Action.Submit', title: 'Của tôi', data: {} }],
  userIds: [{}, [1], ['an@example.vn'], Array(61).fill('29:1ab')],
  url: ['files.test/x', 'javascript:alert(1)'],
};

/** The first node of the type, wherever it stands. */
function find(node: unknown, type: string): Node | undefined {
  if (typeof node !== 'object' || node === null) return undefined;
  if ((node as Node).type === type) return node as Node;
  if (type === 'Input.Choice' && Array.isArray((node as Node).choices)) return ((node as Node).choices as Node[])[0];
  const { refresh } = node as { refresh?: Node };
  if (refresh !== undefined && type === 'Refresh') return refresh;
  if (refresh !== undefined && type === 'Refresh.Execute') return refresh.action as Node;
  for (const inner of Object.values(node)) {
    const found = find(inner, type);
    if (found !== undefined) return found;
  }
  return undefined;
}
/** What is said of the full card once the first node of the type is changed. */
function faultsWith(type: string, change: (node: Node) => void): readonly string[] {
  const card = structuredClone(fullCard());
  const node = find(card, type);
  assert.ok(node, `no ${type}`);
  change(node);
  return faultsOf(card);
}
const assertSaid = (faults: readonly string[], words: string): void =>
  assert.ok(
    faults.some((fault) => fault.includes(words)),
    `expected “${words}”, got ${JSON.stringify(faults)}`,
  );

describe('the rules of a card', () => {
  it('find nothing wrong with a card that has every property of every shape', () => {
    for (const [type, { required, optional }] of Object.entries(shapes)) {
      const names = Object.keys(find(fullCard(), type) ?? {}).filter((name) => name !== 'type');
      assert.deepEqual(names.sort(), Object.keys({ ...required, ...optional }).sort(), type);
    }
    assert.deepEqual(faultsOf(fullCard()), []);
  });
  for (const [type, { required, optional }] of Object.entries(shapes)) {
    it(`refuse ${type} without a property that it needs, with one that it has not, and with a wrong value in any`, () => {
      for (const name of Object.keys(required))
        assertSaid(
          faultsWith(type, (node) => delete node[name]),
          `.${name} is missing`,
        );
      assertSaid(
        faultsWith(type, (node) => Object.assign(node, { isVisible: true })),
        `.isVisible is unknown to ${type}`,
      );
      for (const name of Object.keys({ ...required, ...optional }))
        for (const value of [null, ...(wrong[name] ?? assert.fail(`say what is wrong in ${name}`))])
          assertSaid(
            faultsWith(type, (node) => Object.assign(node, { [name]: value })),
            `.${name}`,
          );
    });
  }
  it('take the words of the standard in any case', () => {
    const change = (node: Node) => Object.assign(node, { size: 'extraLARGE', weight: 'default', color: 'Attention' });
    assert.deepEqual(faultsWith('TextRun', change), []);
  });
  it('refuse what is no card at all', () => {
    assert.match(faultsOf({ type: 'Container', items: [] }).join(), /not one of AdaptiveCard/);
    assert.match(faultsOf({}).join(), /not one of AdaptiveCard/);
  });
  it('count six actions in a row of the card, no more', () => {
    const of = (count: number) =>
      faultsWith('AdaptiveCard', (card) => Object.assign(card, { actions: Array(count).fill(button()) }));
    assert.deepEqual(of(6), []);
    assert.deepEqual(of(7), ['7 actions, more than 6']);
  });
  it('weigh the card in UTF-16, and once more with every text typed to its end', () => {
    const bytes = JSON.stringify(fullCard()).length * 2;
    const saying = (characters: number) =>
      faultsWith('AdaptiveCard', (card) => Object.assign(card, { fallbackText: 'ă'.repeat(characters) }));
    const fits = (28 * 1024 - bytes) / 2 + 'Hồ sơ'.length - 1;
    assert.deepEqual(saying(fits), []);
    assert.deepEqual(saying(fits + 1), ['28672 bytes, not under 28672']);
    const asking = (maxLength: number) => faultsWith('Input.Text', (input) => Object.assign(input, { maxLength }));
    assert.deepEqual(asking(20_000), []);
    assert.match(asking(32_000).join(), /bytes when filled in, not under 65536/);
  });
  it('refuse two inputs of one name, a fallback that does something else, and text that was not filled', () => {
    assert.deepEqual(
      faultsWith('Input.Time', (input) => Object.assign(input, { id: 'on' })),
      ['two inputs are called on'],
    );
    assert.deepEqual(
      faultsWith('Action.Submit', (submit) => Object.assign(submit, { data: { rev: 1 } })),
      ['the fallback of nomination.submit sends another verb'],
    );
    const twice = structuredClone(fullCard());
    const one = find(twice, 'Action.Execute');
    assert.ok(one);
    twice.body = [...(twice.body as Node[]), { type: 'ActionSet', actions: [{ ...one, data: { rev: 99 } }] }];
    assertSaid(faultsOf(twice), 'two things are called');
    for (const text of ['${name}', 'Kính gửi {{name}}', 'undefined', '[object Object]'])
      assert.deepEqual(
        faultsWith('TextRun', (run) => Object.assign(run, { text })),
        [`unfilled text: ${text}`],
      );
  });
});
