import {
  about,
  accent,
  act,
  apart,
  bold,
  close,
  defineCard,
  far,
  header,
  isPaged,
  label,
  note,
  notice,
  opens,
  type Paging,
  row,
  ruled,
  stack,
  type Tone,
  text,
  titled,
  turnPages,
  wide,
} from '../kit/kit.ts';

export interface ResultsView extends Paging {
  readonly round: string;
  readonly roundName: string;
  readonly mine: readonly MineItem[];
  /** Whose dossier can be opened; empty where there is none, and none can be begun any more. */
  readonly candidate: string;
  readonly summary: string;
  readonly rows: readonly Row[];
  readonly others: readonly Other[];
  readonly hasOthers: boolean;
}
interface Other {
  readonly round: string;
  readonly name: string;
}
interface Row {
  readonly name: string;
  readonly detail: string;
}
interface MineItem {
  readonly text: string;
  readonly tone: Tone;
}

export const resultsCard = defineCard('award.results', (t, view: ResultsView) => {
  const leaf = { view, verb: 'results.show', data: { round: view.round } };
  return {
    body: [
      header(t),
      text(view.roundName, bold),
      view.mine.map((item) => notice(item.tone, [text(item.text)], apart)),
      label(t.list, bold, far),
      text(view.summary),
      view.rows.map((item) => stack([row([wide([titled(item.name, item.detail)])])], close, ruled)),
      isPaged(view) && text(t.range, note),
      view.hasOthers && label(t.others, bold, far),
      view.others.map((item) =>
        stack(
          [text(item.name, accent)],
          close,
          ruled,
          opens(about(act(t.open, 'results.show', { round: item.round }), item.name)),
        ),
      ),
    ],
    actions: [
      view.candidate === ''
        ? act(t.todo, 'todo.show')
        : act(t.dossier, 'dossier.show', { round: view.round, candidate: view.candidate }),
      turnPages(t, leaf),
    ],
  };
});
