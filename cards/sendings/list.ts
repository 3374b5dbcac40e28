import {
  about,
  act,
  apart,
  bold,
  defineCard,
  header,
  isPaged,
  narrow,
  note,
  opens,
  right,
  row,
  ruled,
  small,
  stack,
  text,
  tight,
  titled,
  toned,
  turnPages,
  wide,
} from '../kit/kit.ts';

export interface ListView {
  readonly rows: readonly Row[];
  readonly isEmpty: boolean;
  readonly range: string;
  readonly previous: string;
  readonly next: string;
  readonly hasPrevious: boolean;
  readonly hasNext: boolean;
}
interface Row {
  readonly spread: string;
  readonly name: string;
  readonly started: string;
  readonly figures: string;
  readonly state: string;
  readonly stateTone: 'default' | 'good' | 'warning' | 'attention' | 'accent';
}

export const listCard = defineCard('sendings.list', (t, view: ListView) => {
  const leaf = { view, verb: 'sending.list' };
  return {
    body: [
      header(t),
      view.isEmpty && text(t.empty),
      view.rows.map((item) =>
        stack(
          [
            row([
              wide([titled(item.name, item.started)]),
              narrow([text(item.state, small, bold, toned(item.stateTone), right)]),
            ]),
            text(item.figures, small, tight),
          ],
          apart,
          ruled,
          opens(
            about(act(t.open, 'sending.show', { spread: item.spread, page: '0' }), `${item.name}, ${item.started}`),
          ),
        ),
      ),
      isPaged(view) && text(view.range, note),
    ],
    actions: [turnPages(t, leaf)],
  };
});
