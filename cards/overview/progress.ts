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
  progressBar,
  row,
  ruled,
  type Share,
  small,
  stack,
  text,
  tight,
  turnPages,
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
  readonly finishedBar: Share;
  readonly sent: string;
  readonly sentBar: Share;
  readonly aside: string;
}
interface Whole {
  readonly finished: string;
  readonly finishedBar: Share;
  readonly sent: string;
  readonly sentBar: Share;
  readonly aside: string;
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
          progressBar(view.whole.finishedBar),
          label(view.whole.sent, small, close),
          progressBar(view.whole.sentBar),
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
                opens(about(act(t.open, 'progress.show', { round: item.round, department: item.id }), item.name)),
              ),
            !item.opensNames && text(item.name, bold),
            label(item.finished, small, close),
            progressBar(item.finishedBar),
            label(item.sent, small, close),
            label(item.aside, note, tight),
          ],
          apart,
          ruled,
        ),
      ),
      isPaged(view) && label(t.range, note, apart, ruled),
    ],
    actions: [
      turnPages(t, leaf),
      view.takesIn && act(t.intake, 'command.run', { command: 'intake' }),
      view.takesIn && act(t.remind, 'command.run', { command: 'remind' }),
    ],
  };
});
