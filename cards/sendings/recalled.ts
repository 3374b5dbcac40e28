import {
  act,
  apart,
  bold,
  close,
  counted,
  defineCard,
  header,
  isPaged,
  narrow,
  note,
  type Paging,
  right,
  row,
  ruled,
  small,
  text,
  tight,
  titled,
  toned,
  turnPages,
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
        counted(view.recalled, t.recalled, 'good'),
        counted(view.going, t.going),
        counted(view.failed, t.failed, 'warning'),
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
      turnPages(t, leaf),
      act(t.back, 'sending.show', { spread, page: '0' }),
    ],
  };
});
