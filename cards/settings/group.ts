import {
  about,
  accent,
  act,
  bold,
  close,
  defineCard,
  header,
  label,
  note,
  opens,
  primary,
  ruled,
  small,
  stack,
  text,
  tight,
  toned,
} from '../kit/kit.ts';

export interface SettingsGroupView {
  readonly name: string;
  readonly about: string;
  readonly rows: readonly {
    readonly setting: string;
    readonly name: string;
    readonly value: string;
    readonly isOpen: boolean;
    readonly later: string;
  }[];
}

export const settingsGroupCard = defineCard('settings.group', (t, view: SettingsGroupView) => ({
  body: [
    header({ eyebrow: t.eyebrow, heading: view.name }),
    label(view.about, note, tight),
    view.rows.map((item) =>
      stack(
        [
          text(item.name, bold, accent),
          text(item.value, tight, item.isOpen && toned('warning')),
          item.later !== '' && label(item.later, small, tight, toned('accent')),
        ],
        close,
        ruled,
        opens(about(act(t.open, 'settings.one', { setting: item.setting, page: '0' }), item.name)),
      ),
    ),
  ],
  actions: [act(t.back, 'settings.show', {}, primary)],
}));
