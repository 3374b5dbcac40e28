import {
  about,
  accent,
  act,
  apart,
  bold,
  close,
  defineCard,
  header,
  label,
  note,
  notice,
  opens,
  primary,
  ruled,
  stack,
  type Tone,
  text,
  tight,
} from '../kit/kit.ts';

export interface SettingsView {
  /** Another file of the plan waits. */
  readonly isOffered: boolean;
  readonly mayExport: boolean;
  readonly state: string;
  readonly tone: Tone;
  /** What nobody has entered yet, and where that is missed. */
  readonly open: readonly { readonly setting: string; readonly name: string; readonly use: string }[];
  readonly more: string;
  readonly groups: readonly { readonly group: string; readonly name: string; readonly detail: string }[];
}

export const settingsCard = defineCard('settings.show', (t, view: SettingsView) => ({
  body: [
    header(t),
    view.isOffered && notice('warning', [text(t.offered, bold)]),
    notice(view.tone, [text(view.state, bold)]),
    view.open.map((item) =>
      stack(
        [text(item.name, bold, accent), text(item.use, note, tight)],
        close,
        ruled,
        opens(about(act(t.open, 'settings.one', { setting: item.setting, page: '0' }), item.name)),
      ),
    ),
    view.more !== '' && text(view.more, note, close),
    label(t.groups, bold, apart),
    view.groups.map((item) =>
      stack(
        [label(item.name, accent), label(item.detail, note, tight)],
        close,
        ruled,
        opens(about(act(t.openGroup, 'settings.group', { group: item.group }), item.name)),
      ),
    ),
  ],
  actions: [
    view.isOffered ? act(t.plan, 'settings.plan', {}, primary) : act(t.todo, 'todo.show', {}, primary),
    view.mayExport && act(t.export, 'settings.export'),
  ],
}));
