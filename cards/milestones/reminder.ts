import {
  accent,
  act,
  bold,
  close,
  defineCard,
  header,
  narrow,
  note,
  opens,
  primary,
  right,
  row,
  ruled,
  small,
  stack,
  type Tone,
  text,
  tight,
  toned,
  wide,
} from '../kit/kit.ts';

export interface ReminderView {
  readonly unitName: string;
  readonly greeting: string;
  readonly text: string;
  readonly round: string;
  readonly rows: readonly Row[];
  readonly canRecord: boolean;
}
interface Row {
  readonly milestone: string;
  readonly name: string;
  readonly hasDate: boolean;
  readonly on: string;
  readonly chip: string;
  readonly tone: Tone;
  readonly round: string;
  readonly why: string;
}

export const reminderCard = defineCard('milestones.reminder', (t, view: ReminderView) => {
  const { round } = view;
  return {
    body: [
      header({ eyebrow: view.unitName, heading: t.heading }),
      text(view.greeting, close),
      text(view.text, close),
      view.rows.map((item) =>
        stack(
          [
            row([
              wide([text(item.name, bold, accent)]),
              narrow([
                item.hasDate && text(item.on, right),
                text(item.chip, small, bold, toned(item.tone), tight, right),
              ]),
            ]),
            text(item.why, note, tight),
          ],
          close,
          ruled,
          opens(act(t.open, 'milestones.open', { round: item.round, milestone: item.milestone })),
        ),
      ),
    ],
    actions: [
      view.canRecord && act(t.record, 'meeting.record', { round }, primary),
      act(t.all, 'milestones.show', { round }),
    ],
  };
});
