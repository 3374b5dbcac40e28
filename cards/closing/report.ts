import {
  act,
  apart,
  bold,
  close,
  defineCard,
  header,
  large,
  note,
  notice,
  primary,
  progressBar,
  row,
  ruled,
  type Share,
  stack,
  text,
  tight,
  titled,
  wide,
} from '../kit/kit.ts';

export interface ReportView {
  readonly unitName: string;
  readonly roundName: string;
  readonly deadline: string;
  readonly asOf: string;
  readonly isReopened: boolean;
  readonly reopened: string;
  readonly totals: readonly Total[];
  readonly aside: string;
  readonly departments: readonly Department[];
  readonly hasDepartments: boolean;
  readonly more: string;
  readonly hasMore: boolean;
  readonly waits: readonly Wait[];
  readonly hasWaits: boolean;
  readonly isPerson: boolean;
  readonly canExtend: boolean;
  readonly round: string;
}
interface Wait {
  readonly wait: string;
}
interface Department extends Share {
  readonly name: string;
  readonly figures: string;
}
interface Total {
  readonly figure: string;
  readonly label: string;
}

export const reportCard = defineCard('closing.report', (t, view: ReportView) => {
  const { round } = view;
  return {
    body: [
      header({ eyebrow: view.unitName, heading: t.heading }),
      text(view.roundName, note, tight),
      stack([text(t.deadlineLabel, note, tight), text(view.deadline, tight)], close),
      view.isReopened && notice('accent', [text(view.reopened)]),
      row([view.totals.map((item) => wide([titled(item.figure, item.label, large)]))], apart),
      text(view.aside, note, close),
      view.hasDepartments && text(t.byDepartment, bold, apart, ruled),
      view.departments.map((item) =>
        stack([text(item.name), text(item.figures, note, tight), progressBar(item)], close),
      ),
      view.hasMore && text(view.more, note),
      view.hasWaits && text(t.waits, bold, apart, ruled),
      view.waits.map((item) => stack([text(`– ${item.wait}`)], close)),
      text(t.asOf, note, apart, ruled),
      !view.isPerson && text(t.channelHint, note),
    ],
    actions: [
      view.isPerson && act(t.intake, 'intake.queue', { round }, primary),
      view.isPerson && act(t.late, 'intake.find', { round }),
      view.isPerson && act(t.progress, 'progress.show', { round }),
      view.isPerson && view.canExtend && act(t.extend, 'round.grace', { round }),
    ],
  };
});
