import {
  accent,
  act,
  apart,
  asked,
  bare,
  bold,
  close,
  defineCard,
  header,
  isPaged,
  note,
  opens,
  type Paging,
  primary,
  row,
  ruled,
  stack,
  stateColumn,
  text,
  textInput,
  tight,
  titled,
  turnPages,
  wide,
} from '../kit/kit.ts';

export interface FindView extends Paging {
  readonly round: string;
  readonly roundName: string;
  /** What was looked for. */
  readonly name: string;
  /** What the reader has begun to enter. */
  readonly entered: readonly {
    readonly candidate: string;
    readonly name: string;
    readonly detail: string;
    readonly title: string;
  }[];
  readonly rows: readonly Row[];
  /** Said where somebody was looked for and nobody is found. */
  readonly empty: string;
}
interface Row {
  readonly candidate: string;
  readonly name: string;
  readonly departmentName: string;
  readonly state: string;
  /** Of the button that begins, or goes on; empty for whoever writes themselves. */
  readonly title: string;
}

export const findCard = defineCard('paper.find', (t, view: FindView) => {
  const { round, name } = view;
  const leaf = { view, verb: 'paper.find', data: { round, name } };
  return {
    body: [
      header(t),
      text(view.roundName, note, tight),
      text(t.text),
      view.entered.length > 0 && text(t.entered, bold, apart, ruled),
      view.entered.map((one) =>
        stack(
          [titled(one.name, one.detail, accent)],
          close,
          opens(act(one.title, 'paper.take', { round, candidate: one.candidate }, bare)),
        ),
      ),
      textInput('name', asked(t, 'name'), { value: name, maxLength: 100 }),
      view.empty !== '' && text(view.empty),
      view.rows.map((one) =>
        stack(
          [
            row([
              wide([titled(one.name, one.departmentName, ...(one.title !== '' ? [accent] : []))]),
              stateColumn(one.state, 'emphasis'),
            ]),
          ],
          ruled,
          close,
          ...(one.title !== '' ? [opens(act(one.title, 'paper.take', { round, candidate: one.candidate }, bare))] : []),
        ),
      ),
      isPaged(view) && text(t.range, note, apart, ruled),
    ],
    actions: [
      act(t.find, 'paper.find', { round }, primary),
      turnPages(t, leaf, bare),
      act(t.todo, 'todo.show', {}, bare),
    ],
  };
});
