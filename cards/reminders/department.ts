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
  narrow,
  note,
  opens,
  type Paging,
  primary,
  row,
  ruled,
  small,
  stack,
  text,
  tight,
  turnPages,
  wide,
} from '../kit/kit.ts';

export interface DepartmentView extends Paging {
  readonly unitName: string;
  readonly round: string;
  readonly roundName: string;
  readonly department: string;
  readonly name: string;
  readonly notice: string;
  readonly isOver: boolean;
  /** About whoever leads the department, and what was sent today. */
  readonly lines: readonly string[];
  readonly rows: readonly Row[];
  readonly isEmpty: boolean;
  readonly remind: string;
  readonly canRemind: boolean;
  readonly formId: string;
}
interface Row {
  readonly id: string;
  readonly name: string;
  /** What is missing, or why this person is not reminded. */
  readonly detail: string;
  readonly canRemind: boolean;
}

/** Whom of a department to remind: all at once, or one of them. */
export const departmentCard = defineCard('reminders.department', (t, view: DepartmentView) => {
  const { round, department, formId } = view;
  const leaf = { view, verb: 'remind.department', data: { round, department } };
  return {
    body: [
      header({ eyebrow: view.unitName, heading: t.heading }),
      text(view.name, bold, tight),
      label(view.roundName, note, tight),
      view.isOver && text(view.notice),
      view.lines.map((line) => text(line, close)),
      view.isEmpty && text(t.empty),
      stack(
        view.rows.map((item) => {
          const words = wide([text(item.name), text(item.detail, note, tight)]);
          const one = act(t.one, 'remind.now', { round, audience: 'person', of: item.id, formId });
          return item.canRemind
            ? row([words, narrow([label(t.one, small, accent)])], ruled, opens(about(one, item.name)))
            : row([words], ruled);
        }),
        apart,
      ),
      isPaged(view) && label(t.range, note, ruled),
    ],
    actions: [
      view.canRemind &&
        act(view.remind, 'remind.now', { round, audience: 'department', of: department, formId }, primary),
      turnPages(t, leaf),
      act(t.others, 'remind.department', { round }),
    ],
  };
});
