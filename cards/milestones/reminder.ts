import { act, close, defineCard, greeting, header, note, primary, text, tight } from '../kit/kit.ts';
import { type MilestoneRow, milestoneRow } from './row.ts';

export interface ReminderView {
  readonly unitName: string;
  readonly greeting: string;
  readonly text: string;
  readonly round: string;
  readonly rows: readonly Row[];
  readonly canRecord: boolean;
}
interface Row extends MilestoneRow {
  readonly why: string;
}

export const reminderCard = defineCard('milestones.reminder', (t, view: ReminderView) => {
  const { round } = view;
  return {
    body: [
      header({ eyebrow: view.unitName, heading: t.heading }),
      greeting(view.greeting, close),
      text(view.text, close),
      view.rows.map((item) => milestoneRow(t.open, item, [text(item.why, note, tight)])),
    ],
    actions: [
      view.canRecord && act(t.record, 'meeting.record', { round }, primary),
      act(t.all, 'milestones.show', { round }),
    ],
  };
});
