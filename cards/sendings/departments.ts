import {
  about,
  act,
  bold,
  close,
  defineCard,
  header,
  isPaged,
  note,
  opens,
  progressBar,
  ruled,
  type Share,
  small,
  stack,
  text,
  tight,
  turnPages,
} from '../kit/kit.ts';

export interface DepartmentsView {
  readonly spread: string;
  readonly name: string;
  /** `done` and `rest` weigh the two parts of the bar. */
  readonly departments: readonly Department[];
  readonly isEmpty: boolean;
  readonly range: string;
  readonly previous: string;
  readonly next: string;
  readonly hasPrevious: boolean;
  readonly hasNext: boolean;
}
interface Department extends Share {
  readonly department: string;
  readonly name: string;
  readonly figures: string;
  readonly aside: string;
  readonly hasAside: boolean;
}

export const departmentsCard = defineCard('sendings.departments', (t, view: DepartmentsView) => {
  const { spread } = view;
  const leaf = { view, verb: 'sending.departments', data: { spread } };
  return {
    body: [
      header(t),
      text(view.name, bold, close),
      view.isEmpty && text(t.empty),
      view.departments.map((item) =>
        stack(
          [
            text(item.name, bold),
            text(item.figures, small, tight),
            progressBar(item),
            item.hasAside && text(item.aside, note, tight),
          ],
          close,
          ruled,
          opens(about(act(t.open, 'sending.people', { spread, department: item.department }), item.name)),
        ),
      ),
      isPaged(view) && text(view.range, note),
    ],
    actions: [turnPages(t, leaf), act(t.back, 'sending.show', { spread, page: '0' })],
  };
});
