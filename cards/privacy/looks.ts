import {
  act,
  bold,
  close,
  defineCard,
  header,
  isPaged,
  label,
  note,
  type Paging,
  ruled,
  stack,
  text,
  tight,
  turnPages,
} from '../kit/kit.ts';

export interface LooksView extends Paging {
  readonly round: string;
  readonly candidate: string;
  /** Empty on one's own dossier. */
  readonly name: string;
  readonly roundName: string;
  readonly rows: readonly { readonly who: string; readonly what: string; readonly at: string }[];
  readonly isEmpty: boolean;
}

export const looksCard = defineCard('privacy.looks', (t, view: LooksView) => {
  const { round, candidate } = view;
  return {
    body: [
      header(t),
      view.name !== '' && text(view.name, bold, close),
      text(view.roundName, note, tight),
      label(t.about, note),
      view.isEmpty && label(t.empty),
      view.rows.map(({ who, what, at }) =>
        stack([text(who, bold), text(what, tight), text(at, note, tight)], close, ruled),
      ),
      isPaged(view) && label(t.range, note, ruled),
    ],
    actions: [
      turnPages(t, { view, verb: 'privacy.looks', data: { round, candidate } }),
      act(t.back, 'evidence.list', { round, candidate }),
    ],
  };
});
