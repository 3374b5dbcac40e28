import {
  act,
  apart,
  bold,
  close,
  defineCard,
  greeting,
  header,
  narrow,
  note,
  notice,
  primary,
  right,
  row,
  ruled,
  stack,
  text,
  tight,
  wide,
} from '../kit/kit.ts';

export interface DepartmentView {
  readonly unitName: string;
  readonly addressee: string;
  readonly departmentName: string;
  readonly roundName: string;
  readonly deadline: string;
  readonly rows: readonly Row[];
  readonly collective: string;
  readonly hasCollective: boolean;
  readonly names: readonly Name[];
  readonly hasNames: boolean;
  readonly more: string;
  readonly hasMore: boolean;
  readonly waiting: string;
  readonly hasWaiting: boolean;
  readonly round: string;
  readonly department: string;
}
interface Name {
  readonly name: string;
}
interface Row {
  readonly label: string;
  readonly n: string;
}

export const departmentCard = defineCard('closing.department', (t, view: DepartmentView) => {
  const { round } = view;
  return {
    body: [
      header({ eyebrow: view.unitName, heading: t.heading }),
      text(view.roundName, note, tight),
      greeting(t.greeting),
      text(t.text),
      text(view.departmentName, bold, apart, ruled),
      view.rows.map((item) => row([wide([text(item.label)]), narrow([text(item.n, bold, right)])], close)),
      view.hasCollective && text(view.collective, close),
      view.hasNames && text(t.names, bold, apart, ruled),
      view.names.map((item) => stack([text(`– ${item.name}`)], tight)),
      view.hasMore && text(view.more, note),
      view.hasNames && text(t.way, close),
      view.hasWaiting && notice('accent', [text(view.waiting)], apart),
    ],
    actions: [
      view.hasWaiting && act(t.opinions, 'review.next', { round }, primary),
      act(t.progress, 'progress.show', { round, department: view.department }),
    ],
  };
});
