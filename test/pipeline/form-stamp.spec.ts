import assert from 'node:assert/strict';
import fc from 'fast-check';
import { act, bare, dateInput, listInput, textInput } from '../../cards/kit/kit.ts';
import { fillForm, readFormClick, showsOther, stampForm } from '../../src/pipeline/form-stamp.ts';
import type { Card } from '../../src/ports/messenger.ts';

const words = { label: 'Lý do', errorMessage: 'Nhập lý do.' };
const options = { value: '', maxLength: 4_000 };
const card = (...body: object[]): Card => ({
  type: 'AdaptiveCard',
  version: '1.5',
  body,
  actions: [act('Lưu', 'x.save', { id: 'x', rev: 1 }), act('Quay lại', 'x.show', { id: 'x' }, bare)],
});
type Sent = { readonly data: Record<string, unknown>; readonly associatedInputs?: string };
const buttonsOf = (of: Card): (Sent & { fallback: Sent })[] =>
  (of as unknown as { actions: (Sent & { fallback: Sent })[] }).actions;
const notText = fc.anything().filter((value) => typeof value !== 'string');
const text = fc.string({ unit: 'grapheme', maxLength: 40 }).map((s) => s.replace(/[\p{Cc}\p{Cs}\p{Cn}]/gu, ''));

describe('the stamp of a form', () => {
  it('tells what was typed from what was shown, and hands a button that leads away its own data alone', () =>
    fc.assert(
      fc.property(text, text, text, text, (shownNote, shownReason, note, reason) => {
        const form = card(
          textInput('note', words, { ...options, value: shownNote }),
          textInput('reason', words, { ...options, value: shownReason }),
        );
        const changed = {
          ...(note === shownNote ? {} : { note }),
          ...(reason === shownReason ? {} : { reason }),
        };
        const [save, back] = buttonsOf(stampForm(form, 'x.form id=x'));
        assert.ok(save && back);
        for (const button of [save, save.fallback, back, back.fallback]) {
          assert.equal(button.associatedInputs, undefined);
          const { click, data } = readFormClick({ ...button.data, note, reason });
          const leaves: boolean = button === back || button === back.fallback;
          assert.ok(click);
          const { shown, ...told } = click;
          assert.deepEqual(told, { form: 'x.form id=x', typed: changed, leaves });
          assert.deepEqual(Object.keys(shown), Object.keys(changed));
          assert.equal(showsOther(form, shown), false);
          const edited = card(textInput('note', words, { ...options, value: `${shownNote}.` }));
          assert.equal(showsOther(edited, shown), 'note' in changed);
          const { form: _form, ...own } = button.data;
          assert.deepEqual(data, leaves ? own : { ...own, note, reason });
        }
      }),
    ));
  it('fills in what was typed, but nothing that can no longer be chosen, and no bounds that would hold the person back', () => {
    const form = card(
      textInput('reason', words, options),
      listInput('chair', words, { choices: [{ title: 'Ánh', value: 'person:vice' }] }),
      listInput('secretary', words, { choices: [{ title: 'Lệ', value: 'person:secretary' }] }),
      dateInput('heldOn', words, { value: '', min: '2026-12-01' }),
      dateInput('issuedOn', words, { value: '', min: '2026-12-01' }),
    );
    const typed = {
      ...{ reason: 'Thiếu', chair: 'person:gone', secretary: 'person:secretary' },
      ...{ heldOn: '2026-11-30', issuedOn: '2026-12-02', text: 'không còn hỏi' },
    };
    const { body } = fillForm(form, typed) as unknown as { body: { id: string; value?: string; min?: string }[] };
    assert.deepEqual(
      body.map(({ id, value, min }) => [id, value, min]),
      [
        ['reason', 'Thiếu', undefined],
        ['chair', undefined, undefined],
        ['secretary', 'person:secretary', undefined],
        ['heldOn', '2026-11-30', undefined],
        ['issuedOn', '2026-12-02', '2026-12-01'],
      ],
    );
  });
  it('is passed over on data that is none of ours', () => {
    for (const data of [
      undefined,
      null,
      'x',
      [],
      { reason: 'x' },
      { form: 'x' },
      { form: '{}' },
      { form: 7 },
      { form: 'x|y=|' },
    ])
      assert.deepEqual(readFormClick(data), { data, click: undefined });
    fc.assert(
      fc.property(notText, fc.anything(), (form, reason) => {
        const data = { form, reason };
        assert.deepEqual(readFormClick(data), { data, click: undefined });
      }),
      { examples: [[{ toString: [] }, 'x']] },
    );
  });
});
