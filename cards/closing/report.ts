import { upperFirst } from '../../src/domain/text/sentence.ts';
import { act, apart, close, defineCard, header, note, notice, primary, ruled, stack, text, tight } from '../kit/kit.ts';
import { departmentRows, type RoundFigures, totalsRow } from '../round-figures.ts';

export interface ReportView extends RoundFigures {
  readonly unitName: string;
  readonly roundName: string;
  readonly deadline: string;
  readonly asOf: string;
  readonly isReopened: boolean;
  readonly reopened: string;
  readonly isPerson: boolean;
  readonly isOffice: boolean;
  readonly canExtend: boolean;
  readonly round: string;
}

export const reportCard = defineCard('closing.report', (t, view: ReportView) => {
  const { round } = view;
  return {
    body: [
      header({ eyebrow: view.unitName, heading: t.heading }),
      text(view.roundName, note, tight),
      stack([text(t.deadlineLabel, note, tight), text(upperFirst(view.deadline), tight)], close),
      view.isReopened && notice('accent', [text(view.reopened)]),
      totalsRow(view.totals, apart),
      text(view.aside, note, close),
      departmentRows(t, view),
      text(t.asOf, note, apart, ruled),
      !view.isPerson && text(t.channelHint, note),
    ],
    actions: [
      view.isOffice && act(t.intake, 'intake.queue', { round }, primary),
      view.isOffice && act(t.late, 'intake.find', { round }),
      view.isPerson && act(t.progress, 'progress.show', { round }),
      view.canExtend && act(t.extend, 'round.grace', { round }),
    ],
  };
});
