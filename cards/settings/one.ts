import {
  act,
  apart,
  bold,
  close,
  defineCard,
  header,
  isPaged,
  label,
  note,
  type Paging,
  pair,
  primary,
  readFirst,
  ruled,
  small,
  stack,
  text,
  tight,
  toned,
  turnPages,
} from '../kit/kit.ts';

export interface SettingView extends Paging {
  readonly setting: string;
  readonly group: string;
  readonly name: string;
  readonly value: string;
  readonly isOpen: boolean;
  readonly facts: readonly { readonly fact: string; readonly value: string }[];
  readonly use: string;
  /** From when a new value counts. */
  readonly counts: string;
  readonly later: readonly { readonly since: string; readonly value: string; readonly source: string }[];
  readonly history: readonly Change[];
  readonly mayChange: boolean;
  /** The change that can be taken back; empty when none can. */
  readonly undo: string;
}
interface Change {
  readonly value: string;
  readonly since: string;
  readonly source: string;
  readonly by: string;
  readonly undone: string;
}

export const settingCard = defineCard('settings.one', (t, view: SettingView) => {
  const { setting } = view;
  return {
    body: [
      header(t),
      text(view.name, bold),
      text(view.value, close, view.isOpen && toned('warning')),
      view.facts.map((known) => pair(label(known.fact, note), known.value)),
      text(view.use, note, apart),
      text(view.counts, note, close),
      view.later.length > 0 && label(t.later, bold, apart, ruled),
      view.later.map((item) =>
        stack([label(item.since, small, bold), text(item.value, tight), text(item.source, note, tight)], close),
      ),
      label(t.history, bold, apart, ruled),
      view.history.length === 0 && label(t.never, note, close),
      view.history.map((item) =>
        stack(
          [
            text(item.value, tight),
            item.since !== '' && label(item.since, small, tight),
            text(item.source, note, tight),
            text(item.by, note, tight),
            item.undone !== '' && text(item.undone, small, tight, toned('attention')),
          ],
          close,
        ),
      ),
      isPaged(view) && label(t.range, note, close),
    ],
    actions: [
      view.mayChange && act(t.change, 'settings.change', { setting }, primary),
      view.undo !== '' && act(t.undo, 'settings.undo', { setting, change: view.undo, ...readFirst }),
      turnPages(t, { view, verb: 'settings.one', data: { setting } }),
      act(t.group, 'settings.group', { group: view.group }),
      act(t.back, 'settings.show'),
    ],
  };
});
