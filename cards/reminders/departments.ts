import {
  about,
  accent,
  act,
  defineCard,
  header,
  isPaged,
  label,
  narrow,
  note,
  opens,
  type Paging,
  row,
  ruled,
  small,
  text,
  tight,
  turnPages,
  wide,
} from '../kit/kit.ts';

export interface DepartmentsView extends Paging {
  readonly unitName: string;
  readonly round: string;
  readonly roundName: string;
  readonly rows: readonly Row[];
}
interface Row {
  readonly id: string;
  readonly name: string;
  readonly figure: string;
}

/** Of which department people are to be reminded. */
export const departmentsCard = defineCard('reminders.departments', (t, view: DepartmentsView) => {
  const { round } = view;
  const leaf = { view, verb: 'remind.department', data: { round } };
  return {
    body: [
      header({ eyebrow: view.unitName, heading: t.heading }),
      label(view.roundName, note, tight),
      text(t.figures),
      view.rows.map((item) =>
        row(
          [wide([text(item.name), text(item.figure, note, tight)]), narrow([label(t.choose, small, accent)])],
          ruled,
          opens(about(act(t.choose, 'remind.department', { round, department: item.id }), item.name)),
        ),
      ),
      isPaged(view) && label(t.range, note, ruled),
    ],
    actions: [turnPages(t, leaf), act(t.back, 'remind.show', { round })],
  };
});
