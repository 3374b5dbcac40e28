import {
  accent,
  act,
  apart,
  bold,
  close,
  defineCard,
  fact,
  isPaged,
  label,
  large,
  note,
  type Paging,
  progressBar,
  ruled,
  run,
  type Share,
  small,
  stack,
  text,
  tight,
  turnPages,
} from '../kit/kit.ts';

export interface DepartmentView extends Paging {
  readonly round: string;
  readonly roundName: string;
  readonly line: string;
  readonly department: string;
  readonly departmentName: string;
  readonly finished: string;
  readonly finishedBar: Share;
  readonly sent: string;
  readonly sentBar: Share;
  readonly aside: string;
  readonly collective: string;
  readonly hasCollective: boolean;
  readonly rows: readonly Row[];
  readonly isEmpty: boolean;
  readonly seesAll: boolean;
  /** For the office, while the round is open. */
  readonly canRemind: boolean;
}
interface Row {
  readonly name: string;
  readonly opensGroup: boolean;
  readonly group: string;
  readonly detail: string;
  readonly hasDetail: boolean;
}
export const departmentCard = defineCard('overview.department', (t, view: DepartmentView) => {
  const { round } = view;
  const leaf = { view, verb: 'progress.show', data: { round, department: view.department } };
  return {
    body: [
      label(t.eyebrow, small, bold, accent, tight),
      text(view.departmentName, large, bold, tight),
      label(view.roundName, note, tight),
      label(view.line, note, tight),
      stack(
        [
          label(view.finished, small, close),
          progressBar(view.finishedBar),
          label(view.sent, small, close),
          progressBar(view.sentBar),
          label(view.aside, note, close),
        ],
        apart,
        ruled,
      ),
      view.hasCollective && fact(label(t.collective, note), view.collective),
      view.isEmpty && text(t.empty),
      view.rows.map((item) =>
        stack(
          [
            item.opensGroup && label(item.group, small, bold, apart, ruled),
            item.hasDetail && text([run(item.name), run(` – ${item.detail}`, note)], close),
            !item.hasDetail && text(item.name, close),
          ],
          close,
        ),
      ),
      isPaged(view) && label(t.range, note, apart, ruled),
    ],
    actions: [
      view.canRemind && act(t.remind, 'remind.department', { round, department: view.department }),
      turnPages(t, leaf),
      view.seesAll && act(t.back, 'progress.show', { round }),
      act(t.todo, 'todo.show'),
    ],
  };
});
