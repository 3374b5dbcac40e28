import {
  accent,
  act,
  bold,
  close,
  defineCard,
  header,
  isPaged,
  label,
  note,
  opens,
  type Paging,
  ruled,
  stack,
  text,
  tight,
  turnPages,
} from '../kit/kit.ts';

export interface QuestionListView extends Paging {
  readonly rows: readonly Row[];
  readonly isEmpty: boolean;
}
interface Row {
  readonly question: string;
  readonly name: string;
  readonly text: string;
  readonly at: string;
}

export const listCard = defineCard('questions.list', (t, view: QuestionListView) => {
  const leaf = { view, verb: 'question.list' };
  return {
    body: [
      header(t),
      view.isEmpty && text(t.empty),
      view.rows.map((item) =>
        stack(
          [text(item.name, bold, accent), text(item.text, close), text(item.at, note, tight)],
          close,
          ruled,
          opens(act(`${t.open} ${item.name}`, 'question.open', { question: item.question })),
        ),
      ),
      isPaged(view) && label(t.range, note, ruled),
    ],
    actions: [turnPages(t, leaf), act(t.todo, 'todo.show')],
  };
});
