import {
  accent,
  act,
  apart,
  bold,
  close,
  defineCard,
  isPaged,
  label,
  large,
  note,
  type Paging,
  primary,
  ruled,
  small,
  stack,
  text,
  tight,
  titled,
  turnPages,
} from '../kit/kit.ts';

export interface ChangesView extends Paging {
  readonly id: string;
  readonly kind: string;
  readonly title: string;
  readonly rows: readonly { readonly name: string; readonly detail: string; readonly what: readonly string[] }[];
}

/** Whom a roster file concerns in one way, and how. */
export const changesCard = defineCard('roster.changes', (t, view: ChangesView) => {
  const leaf = { view, verb: 'roster.changes', data: { id: view.id, kind: view.kind } };
  return {
    body: [
      label(t.eyebrow, small, bold, accent, tight),
      text(view.title, large, bold, tight),
      view.rows.map((item) =>
        stack([titled(item.name, item.detail, accent), item.what.map((line) => text(line, note, close))], close, ruled),
      ),
      isPaged(view) && label(t.range, note, apart, ruled),
    ],
    actions: [act(t.back, 'roster.update', { id: view.id }, primary), turnPages(t, leaf)],
  };
});
