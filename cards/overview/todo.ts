import {
  about,
  accent,
  act,
  apart,
  bold,
  close,
  defineCard,
  header,
  isPaged,
  label,
  note,
  opens,
  type Paging,
  row,
  ruled,
  small,
  stateColumn,
  type Tone,
  text,
  tight,
  turnPages,
  wide,
} from '../kit/kit.ts';

export interface TodoView extends Paging {
  readonly roundName: string;
  readonly hasDeadline: boolean;
  readonly deadline: string;
  readonly rows: readonly Row[];
  readonly isEmpty: boolean;
}
interface Row {
  readonly text: string;
  readonly open: string;
  readonly due: string;
  readonly hasDue: boolean;
  readonly left: string;
  readonly tone: Tone;
  readonly verb: string;
  readonly data: Readonly<Record<string, string>>;
}

export const todoCard = defineCard('overview.todo', (t, view: TodoView) => {
  const leaf = { view, verb: 'todo.show' };
  return {
    body: [
      header({ eyebrow: view.roundName, heading: t.heading }),
      view.hasDeadline && label(view.deadline, note),
      view.isEmpty && text(t.empty),
      view.rows.map((item) =>
        row(
          [
            wide([
              text(item.text, bold),
              item.hasDue && label(item.due, note, tight),
              label(item.open, small, accent, tight),
            ]),
            item.hasDue && stateColumn(item.left, item.tone),
          ],
          close,
          ruled,
          opens(about(act(item.open, item.verb, item.data), item.text)),
        ),
      ),
      isPaged(view) && label(t.range, note, apart, ruled),
    ],
    actions: [turnPages(t, leaf), act(t.plan, 'plan.show'), act(t.help, 'help.show')],
  };
});
