import {
  act,
  apart,
  asked,
  bare,
  bold,
  type Choice,
  choiceInput,
  close,
  dateInput,
  defineCard,
  header,
  type InputId,
  label,
  note,
  primary,
  text,
  textInput,
  tight,
} from '../kit/kit.ts';

export interface SettingFormView {
  readonly setting: string;
  readonly formId: string;
  readonly seen: string;
  readonly name: string;
  /** Of today. */
  readonly value: string;
  readonly use: string;
  readonly fields: readonly Field[];
  readonly source: string;
  readonly asksDay: boolean;
  readonly on: string;
  readonly counts: string;
}
interface Field {
  readonly id: InputId;
  readonly label: string;
  readonly kind: 'text' | 'long' | 'choice';
  readonly choices: readonly Choice[];
  readonly value: string;
}

export const settingFormCard = defineCard('settings.form', (t, view: SettingFormView) => {
  const { setting, formId, seen } = view;
  return {
    body: [
      header(t),
      text(view.name, bold),
      label(t.now, note, tight),
      text(view.value, tight),
      text(view.use, note, close),
      view.fields.map(({ id, kind, choices, value, ...field }) => {
        const words = { label: field.label, errorMessage: t.valueError };
        if (kind === 'choice') return choiceInput(id, words, { choices, value });
        const isMultiline = kind === 'long';
        return textInput(id, words, { value, maxLength: isMultiline ? 12_000 : 300, isMultiline });
      }),
      textInput('source', asked(t, 'source'), { value: view.source, maxLength: 500 }),
      view.asksDay && dateInput('on', asked(t, 'on'), { value: view.on }),
      text(view.counts, note, apart),
    ],
    actions: [
      act(t.preview, 'settings.save', { setting, formId, seen }, primary),
      act(t.back, 'settings.one', { setting, page: '0' }, bare),
    ],
  };
});
