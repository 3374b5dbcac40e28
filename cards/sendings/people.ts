import {
  accent,
  act,
  bold,
  close,
  defineCard,
  label,
  large,
  narrow,
  nextPage,
  note,
  opens,
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

export interface PeopleView {
  readonly spread: string;
  readonly department: string;
  readonly outcome: string;
  readonly name: string;
  readonly place: string;
  readonly about: string;
  readonly hasAbout: boolean;
  readonly choices: readonly OutcomeRow[];
  readonly rows: readonly Row[];
  readonly isEmpty: boolean;
  /** Only forwards: `after` goes on, and the top is found again when the card `isAway` from it. */
  readonly isLong: boolean;
  readonly after: string;
  readonly before: string;
  readonly isAway: boolean;
  readonly range: string;
  readonly isPaged: boolean;
  readonly previous: string;
  readonly next: string;
  readonly hasPrevious: boolean;
  readonly hasNext: boolean;
}
interface Row {
  readonly name: string;
  readonly detail: string;
  readonly chip: string;
  readonly tone: 'default' | 'good' | 'warning' | 'attention' | 'accent';
  readonly line: string;
  readonly hasLine: boolean;
}
interface OutcomeRow {
  readonly outcome: string;
  readonly label: string;
  readonly count: string;
  readonly tone: 'default' | 'good' | 'warning' | 'attention' | 'accent';
}

export const peopleCard = defineCard('sendings.people', (t, view: PeopleView) => {
  const { spread, department, outcome } = view;
  return {
    body: [
      label(t.eyebrow, small, bold, accent, tight),
      text(view.place, large, bold, tight),
      text(view.name, note, tight),
      view.hasAbout && text(view.about, bold),
      view.isEmpty && text(t.empty),
      view.choices.map((item) =>
        row(
          [wide([text(item.label, toned(item.tone))]), narrow([text(item.count, bold, toned(item.tone), right)])],
          close,
          opens(act(`${item.label}: ${item.count}`, 'sending.people', { spread, department, outcome: item.outcome })),
        ),
      ),
      view.rows.map((item) =>
        row(
          [
            wide([titled(item.name, item.detail), item.hasLine && text(item.line, small, tight)]),
            narrow([text(item.chip, small, bold, toned(item.tone), right)]),
          ],
          close,
          ruled,
        ),
      ),
      view.isPaged && text(view.range, note),
      view.isLong && text(t.byPage, note, tight),
    ],
    actions: [
      nextPage(t.next, {
        view,
        verb: 'sending.people',
        data: { spread, department, outcome, after: view.after, before: view.before },
      }),
      previousPage(t.previous, { view, verb: 'sending.people', data: { spread, department, outcome } }),
      view.isAway && act(t.top, 'sending.people', { spread, department, outcome, page: '0' }),
      act(t.back, 'sending.show', { spread, page: '0' }),
    ],
  };
});
