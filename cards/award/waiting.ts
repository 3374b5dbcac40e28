import {
  about,
  accent,
  act,
  bold,
  close,
  defineCard,
  header,
  isPaged,
  note,
  opens,
  type Paging,
  row,
  ruled,
  stack,
  text,
  titled,
  turnPages,
  wide,
} from '../kit/kit.ts';

export interface WaitingView extends Paging {
  readonly round: string;
  readonly roundName: string;
  readonly summary: string;
  readonly rows: readonly Row[];
  /** The last paper that went there, while it may be corrected; empty otherwise. */
  readonly submission: string;
}
interface Row {
  readonly nomination: string;
  readonly name: string;
  readonly detail: string;
  readonly mayOpen: boolean;
}

export const waitingCard = defineCard('award.waiting', (t, view: WaitingView) => {
  const { round } = view;
  const leaf = { view, verb: 'decide.waiting', data: { round } };
  return {
    body: [
      header(t),
      text(view.roundName, bold),
      text(view.summary),
      view.rows.map((item) =>
        stack(
          [row([wide([titled(item.name, item.detail, item.mayOpen && accent)])])],
          close,
          ruled,
          item.mayOpen && opens(about(act(t.open, 'decide.reply', { nomination: item.nomination }), item.name)),
        ),
      ),
      isPaged(view) && text(t.range, note),
    ],
    actions: [
      turnPages(t, leaf),
      view.submission !== '' && act(t.correct, 'decide.correction', { submission: view.submission }),
      act(t.back, 'decide.show', { round }),
    ],
  };
});
