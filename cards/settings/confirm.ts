import { act, bold, close, defineCard, header, label, note, notice, pair, primary, text } from '../kit/kit.ts';

export interface SettingConfirmView {
  readonly setting: string;
  readonly formId: string;
  readonly seen: string;
  /** What the form sent. */
  readonly typed: Readonly<Record<string, string>>;
  readonly name: string;
  readonly lines: readonly { readonly label: string; readonly value: string }[];
  readonly notes: readonly string[];
  /** What has been made already and would show the new value; empty when nothing has. */
  readonly warning: string;
}

export const settingConfirmCard = defineCard('settings.confirm', (t, view: SettingConfirmView) => {
  const { setting, formId, seen, typed } = view;
  return {
    body: [
      header(t),
      text(view.name, bold),
      view.lines.map((line) => pair(label(line.label, note), line.value)),
      view.notes.map((words) => text(words, note, close)),
      view.warning !== '' && notice('warning', [text(view.warning)]),
    ],
    actions: [
      act(t.save, 'settings.save', { ...typed, setting, formId, seen, confirm: 'yes' }, primary),
      act(t.edit, 'settings.change', { ...typed, setting }),
      act(t.back, 'settings.one', { setting, page: '0' }),
    ],
  };
});
