import {
  accent,
  act,
  apart,
  bold,
  close,
  defineCard,
  header,
  middle,
  narrow,
  note,
  primary,
  right,
  row,
  ruled,
  small,
  subtle,
  text,
  tight,
  wide,
} from '../kit/kit.ts';
import { departmentRows, type RoundFigures, totalsRow } from '../round-figures.ts';

export interface DigestView extends RoundFigures {
  readonly unitName: string;
  readonly year: number;
  readonly roundName: string;
  readonly asOf: string;
  readonly chip: string;
  readonly changesHeading: string;
  readonly changes: string;
  readonly bindHint: boolean;
  readonly isPersonal: boolean;
  readonly pointsToNames: boolean;
  readonly canRemind: boolean;
  readonly canTakeIn: boolean;
  readonly round: string;
}

export const digestCard = defineCard('reminders.digest', (t, view: DigestView) => {
  const { round } = view;
  return {
    body: [
      header({ eyebrow: view.unitName, heading: t.heading }),
      text(view.roundName, subtle, tight),
      row([wide([text(t.asOf, note)], middle), narrow([text(view.chip, small, bold, accent, right)])]),
      totalsRow(view.totals, close),
      text(view.aside, note, close),
      departmentRows(t, view),
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
