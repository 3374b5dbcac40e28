import {
  about,
  accent,
  act,
  actions,
  apart,
  bold,
  close,
  defineCard,
  type Execute,
  header,
  middle,
  narrow,
  note,
  primary,
  progressBar,
  right,
  row,
  ruled,
  run,
  type Share,
  small,
  stack,
  subtle,
  text,
  toned,
  wide,
} from '../kit/kit.ts';

export interface HeadView {
  readonly unitName: string;
  readonly departmentName: string;
  readonly post: string;
  readonly asOf: string;
  readonly chip: string;
  readonly isLast: boolean;
  readonly lastDay: string;
  /** What is left, in a line. */
  readonly left: string;
  readonly rounds: readonly Round[];
}
interface Round {
  readonly name: string;
  readonly hasName: boolean;
  readonly figures: readonly Figure[];
  /** Everyone of the department by where they stand. */
  readonly whole: string;
  readonly changes: string;
  readonly hasChanges: boolean;
  readonly waitingHeading: string;
  readonly hasWaiting: boolean;
  readonly waiting: readonly Line[];
  readonly moreWaiting: string;
  readonly missingHeading: string;
  readonly hasMissing: boolean;
  readonly missing: readonly Line[];
  readonly moreMissing: string;
  readonly isDone: boolean;
  readonly canReview: boolean;
  readonly collectiveOpen: boolean;
  readonly round: string;
  readonly department: string;
}
interface Line {
  readonly name: string;
  readonly what: string;
}
interface Figure extends Share {
  readonly label: string;
  readonly figure: string;
}

export const headCard = defineCard('reminders.head', (t, view: HeadView) => ({
  body: [
    header({ eyebrow: view.unitName, heading: t.heading }),
    text(view.departmentName, bold, close),
    row([
      wide([text(t.asOf, note)], middle),
      narrow([
        view.isLast && text(view.chip, small, bold, toned('attention'), right),
        !view.isLast && text(view.chip, small, bold, accent, right),
      ]),
    ]),
    view.isLast && text(t.lastCall),
    view.rounds.map((item) => {
      const named = (action: Execute): Execute => (item.hasName ? about(action, item.name) : action);
      return stack(
        [
          item.hasName && text(item.name, bold),
          item.figures.map((inner) => [
            row([wide([text(inner.label, subtle)]), narrow([text(inner.figure, bold)])], close),
            progressBar(inner),
          ]),
          text(item.whole, note, close),
          item.hasChanges && text(item.changes, apart),
          item.isDone && text(t.done, apart),
          item.hasWaiting && text(item.waitingHeading, bold, apart),
          item.waiting.map((inner) => text([run(inner.name), run(`: ${inner.what}`, subtle)], close)),
          item.moreWaiting !== '' && text(item.moreWaiting, note),
          item.hasMissing && text(item.missingHeading, bold, apart),
          item.missing.map((inner) => text([run(inner.name), run(`: ${inner.what}`, subtle)], close)),
          item.moreMissing !== '' && text(item.moreMissing, note),
          actions([
            item.canReview && named(act(t.review, 'review.next', { round: item.round }, primary)),
            item.collectiveOpen && named(act(t.writeCollective, 'collective.show', { round: item.round })),
            named(act(t.progress, 'progress.show', { round: item.round, department: item.department })),
          ]),
        ],
        apart,
        ruled,
      );
    }),
  ],
}));
