import {
  accent,
  act,
  apart,
  bold,
  close,
  defineCard,
  header,
  large,
  middle,
  narrow,
  note,
  primary,
  progressBar,
  right,
  row,
  ruled,
  type Share,
  small,
  stack,
  subtle,
  text,
  tight,
  titled,
  wide,
} from '../kit/kit.ts';

export interface DigestView {
  readonly unitName: string;
  readonly year: number;
  readonly roundName: string;
  readonly asOf: string;
  readonly chip: string;
  readonly totals: readonly Total[];
  readonly aside: string;
  readonly departments: readonly Department[];
  readonly hasDepartments: boolean;
  readonly more: string;
  readonly hasMore: boolean;
  readonly waits: readonly Wait[];
  readonly hasWaits: boolean;
  readonly changesHeading: string;
  readonly changes: string;
  readonly bindHint: boolean;
  readonly isPersonal: boolean;
  readonly pointsToNames: boolean;
  readonly canRemind: boolean;
  readonly canTakeIn: boolean;
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

export const digestCard = defineCard('reminders.digest', (t, view: DigestView) => {
  const { round } = view;
  return {
    body: [
      header({ eyebrow: view.unitName, heading: t.heading }),
      text(view.roundName, subtle, tight),
      row([wide([text(t.asOf, note)], middle), narrow([text(view.chip, small, bold, accent, right)])]),
      row([view.totals.map((item) => wide([titled(item.figure, item.label, large)]))], close),
      text(view.aside, note, close),
      view.hasDepartments && text(t.byDepartment, bold, apart, ruled),
      view.departments.map((item) =>
        stack([text(item.name), text(item.figures, note, tight), progressBar(item)], close),
      ),
      view.hasMore && text(view.more, note),
      view.hasWaits && text(t.waits, bold, apart, ruled),
      view.waits.map((item) => stack([text(`– ${item.wait}`)], close)),
      text(view.changesHeading, bold, apart, ruled),
      text(view.changes, close),
      view.bindHint && text(t.bindHint, note),
      view.pointsToNames && text(t.channelHint, note),
    ],
    actions: [
      view.canTakeIn && act(t.intake, 'command.run', { command: 'intake' }, primary),
      view.isPersonal && act(t.progress, 'progress.show', { round }),
      view.canRemind && act(t.remind, 'remind.show', { round }),
    ],
  };
});
