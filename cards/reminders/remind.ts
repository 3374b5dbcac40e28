import {
  act,
  actions,
  apart,
  bare,
  bold,
  close,
  defineCard,
  header,
  narrow,
  note,
  primary,
  right,
  row,
  ruled,
  small,
  stack,
  text,
  tight,
  titled,
  toned,
  wide,
} from '../kit/kit.ts';

export interface RemindView {
  readonly unitName: string;
  readonly roundName: string;
  readonly deadline: string;
  readonly asOf: string;
  readonly chip: string;
  readonly tone: 'accent' | 'warning' | 'emphasis';
  readonly sides: readonly Side[];
  readonly notice: string;
  readonly hasNotice: boolean;
  readonly canRemindStaff: boolean;
  readonly canRemindHeads: boolean;
  readonly canChoose: boolean;
  readonly others: readonly Other[];
  readonly hasOthers: boolean;
  readonly round: string;
  readonly formId: string;
}
interface Other {
  readonly title: string;
  readonly round: string;
}
interface Side {
  readonly audience: string;
  readonly heading: string;
  readonly figure: string;
  readonly rows: readonly Row[];
  readonly more: string;
  readonly hasMore: boolean;
  readonly lines: readonly Line[];
}
interface Line {
  readonly line: string;
}
interface Row {
  readonly name: string;
  readonly detail: string;
  readonly hasDetail: boolean;
  readonly figure: string;
}

export const remindCard = defineCard('reminders.remind', (t, view: RemindView) => {
  const { round, formId } = view;
  return {
    body: [
      header({ eyebrow: view.unitName, heading: t.heading }),
      row([
        wide([titled(view.roundName, t.deadline)]),
        narrow([text(view.chip, small, bold, toned(view.tone), right)]),
      ]),
      view.hasNotice && text(view.notice),
      view.sides.map((item) =>
        stack(
          [
            row([wide([text(item.heading, bold)]), narrow([text(item.figure, bold)])]),
            item.rows.map((inner) =>
              row(
                [
                  wide([text(inner.name), inner.hasDetail && text(inner.detail, note, tight)]),
                  narrow([text(inner.figure)]),
                ],
                close,
              ),
            ),
            item.hasMore && text(item.more, note),
            item.lines.map((inner) => stack([text(inner.line, note)], close)),
          ],
          apart,
          ruled,
        ),
      ),
      text(t.asOf, note, apart, ruled),
      view.hasOthers &&
        actions([view.others.map((item) => act(item.title, 'remind.show', { round: item.round }, bare))], apart),
    ],
    actions: [
      view.canRemindStaff && act(t.remindStaff, 'remind.now', { round, audience: 'staff', formId }, primary),
      view.canRemindHeads && act(t.remindHeads, 'remind.now', { round, audience: 'heads', formId }),
      view.canChoose && act(t.choose, 'remind.department', { round }),
      act(t.progress, 'command.run', { command: 'progress' }),
    ],
  };
});
