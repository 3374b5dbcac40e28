import {
  accent,
  act,
  apart,
  bar,
  bold,
  close,
  defineCard,
  header,
  label,
  narrow,
  nextPage,
  note,
  opens,
  type Paging,
  part,
  previousPage,
  row,
  ruled,
  small,
  stack,
  text,
  tight,
  wide,
} from '../kit/kit.ts';

export interface ProgressView extends Paging {
  readonly round: string;
  readonly roundName: string;
  readonly line: string;
  /** For the office: what to do about it. */
  readonly takesIn: boolean;
  readonly whole: Whole;
  readonly rows: readonly Row[];
}
interface Row {
  readonly id: string;
  readonly round: string;
  readonly name: string;
  readonly opensNames: boolean;
  readonly finished: string;
  readonly finishedBar: Bar;
  readonly sent: string;
  readonly sentBar: Bar;
  readonly aside: string;
}
interface Whole {
  readonly finished: string;
  readonly finishedBar: Bar;
  readonly sent: string;
  readonly sentBar: Bar;
  readonly aside: string;
}
interface Bar {
  readonly done: number;
  readonly rest: number;
  readonly hasDone: boolean;
  readonly hasRest: boolean;
  readonly hasBar: boolean;
}

export const progressCard = defineCard('overview.progress', (t, view: ProgressView) => {
  const leaf = { view, verb: 'progress.show', data: { round: view.round } };
  return {
    body: [
      header(t),
      label(view.roundName, note, tight),
      label(view.line, note, tight),
      stack(
        [
          label(t.whole, bold),
          label(view.whole.finished, small, close),
          view.whole.finishedBar.hasBar &&
            bar(
              view.whole.finishedBar.hasDone && part('good', view.whole.finishedBar.done),
              view.whole.finishedBar.hasRest && part('emphasis', view.whole.finishedBar.rest),
            ),
          label(view.whole.sent, small, close),
          view.whole.sentBar.hasBar &&
            bar(
              view.whole.sentBar.hasDone && part('good', view.whole.sentBar.done),
              view.whole.sentBar.hasRest && part('emphasis', view.whole.sentBar.rest),
            ),
          label(view.whole.aside, note, close),
        ],
        apart,
        ruled,
      ),
      view.rows.map((item) =>
        stack(
          [
            item.opensNames &&
              row(
                [wide([text(item.name, bold)]), narrow([label(t.open, small, accent)])],
                opens(act(`${t.open}: ${item.name}`, 'progress.show', { round: item.round, department: item.id })),
              ),
            !item.opensNames && text(item.name, bold),
            label(item.finished, small, close),
            item.finishedBar.hasBar &&
              bar(
                item.finishedBar.hasDone && part('good', item.finishedBar.done),
                item.finishedBar.hasRest && part('emphasis', item.finishedBar.rest),
              ),
            label(item.sent, small, close),
            label(item.aside, note, tight),
          ],
          apart,
          ruled,
        ),
      ),
      (view.hasNext || view.hasPrevious) && label(t.range, note, apart, ruled),
    ],
    actions: [
      nextPage(t.next, leaf),
      previousPage(t.previous, leaf),
      view.takesIn && act(t.intake, 'command.run', { command: 'intake' }),
      view.takesIn && act(t.remind, 'command.run', { command: 'remind' }),
    ],
  };
});
