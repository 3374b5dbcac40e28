import {
  act,
  apart,
  bold,
  close,
  defineCard,
  header,
  isPaged,
  large,
  narrow,
  nextPage,
  note,
  type Paging,
  previousPage,
  right,
  row,
  ruled,
  small,
  text,
  tight,
  titled,
  toned,
  wide,
} from '../kit/kit.ts';

export interface RecalledView extends Paging {
  readonly title: string;
  readonly asked: string;
  readonly state: string;
  readonly stateTone: 'good' | 'warning' | 'attention' | 'accent';
  readonly recalled: number;
  readonly going: number;
  readonly failed: number;
  readonly hasTimeLeft: boolean;
  readonly timeLeft: string;
  readonly hasLost: boolean;
  readonly lost: string;
  readonly hasRows: boolean;
  readonly rows: readonly Row[];
  readonly range: string;
  readonly page: string;
  readonly spread: string;
}
interface Row {
  readonly name: string;
  readonly detail: string;
  readonly why: string;
}

export const recalledCard = defineCard('sendings.recalled', (t, view: RecalledView) => {
  const { spread } = view;
  const leaf = { view, verb: 'sending.recalled', data: { spread } };
  return {
    body: [
      header(t),
      row([
        wide([titled(view.title, view.asked)]),
        narrow([text(view.state, small, bold, toned(view.stateTone), right)]),
      ]),
      row([
        wide([titled(String(view.recalled), t.recalled, large, toned('good'))]),
        wide([titled(String(view.going), t.going, large)]),
        wide([titled(String(view.failed), t.failed, large, toned('warning'))]),
      ]),
      view.hasTimeLeft && text(view.timeLeft, bold, close),
      view.hasLost && text(view.lost, note, tight),
      view.hasRows && text(t.byName, bold, apart, ruled),
      view.rows.map((item) =>
        row(
          [wide([titled(item.name, item.detail)]), wide([text(item.why, small, toned('warning'), right)])],
          close,
          ruled,
        ),
      ),
      isPaged(view) && text(view.range, note),
    ],
    actions: [
      act(t.refresh, 'sending.recalled', { spread, page: view.page }),
      previousPage(t.previous, leaf),
      nextPage(t.next, leaf),
      act(t.back, 'sending.show', { spread, page: '0' }),
    ],
  };
});
