import {
  accent,
  act,
  apart,
  bold,
  close,
  counted,
  defineCard,
  destructive,
  header,
  label,
  narrow,
  note,
  opens,
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

export interface ShowView {
  readonly spread: string;
  readonly name: string;
  readonly started: string;
  readonly state: string;
  readonly stateTone: 'default' | 'good' | 'warning' | 'attention' | 'accent';
  readonly people: number;
  readonly reached: number;
  readonly unreached: number;
  readonly hasLeft: boolean;
  readonly left: string;
  readonly hasAcknowledged: boolean;
  readonly acknowledged: string;
  readonly outcomes: readonly OutcomeRow[];
  readonly hasOther: boolean;
  readonly other: string;
  readonly otherLine: string;
  readonly mayResend: boolean;
  readonly mayCancel: boolean;
  readonly mayRecall: boolean;
  readonly isRecalled: boolean;
}
interface OutcomeRow {
  readonly outcome: string;
  readonly label: string;
  readonly count: string;
  readonly tone: 'default' | 'good' | 'warning' | 'attention' | 'accent';
}

export const showCard = defineCard('sendings.show', (t, view: ShowView) => {
  const { spread } = view;
  return {
    body: [
      header(t),
      row(
        [
          wide([titled(view.name, view.started)]),
          narrow([text(view.state, small, bold, toned(view.stateTone), right)]),
        ],
        close,
      ),
      view.hasOther &&
        stack(
          [text(view.otherLine, small, accent)],
          close,
          opens(act(view.otherLine, 'sending.show', { spread: view.other, page: '0' })),
        ),
      row(
        [
          counted(view.people, t.people),
          counted(view.reached, t.reached, 'good'),
          counted(view.unreached, t.unreached, 'warning'),
        ],
        apart,
      ),
      view.hasLeft && text(view.left, close),
      view.hasAcknowledged && text(view.acknowledged, close),
      view.outcomes.length > 0 &&
        stack(
          [
            label(t.byOutcome, bold),
            label(t.pick, note, tight),
            view.outcomes.map((item) =>
              row(
                [wide([text(item.label, toned(item.tone))]), narrow([text(item.count, bold, toned(item.tone), right)])],
                close,
                opens(act(`${item.label}: ${item.count}`, 'sending.people', { spread, outcome: item.outcome })),
              ),
            ),
          ],
          apart,
          ruled,
        ),
    ],
    actions: [
      act(t.departments, 'sending.departments', { spread, page: '0' }),
      act(t.export, 'sending.export', { spread }),
      view.mayResend && act(t.resend, 'sending.resend', { spread }),
      view.mayCancel && act(t.cancel, 'sending.cancel', { spread }, destructive),
      view.mayRecall && act(t.recall, 'sending.recall', { spread }, destructive),
      view.isRecalled && act(t.recalled, 'sending.recalled', { spread, page: '0' }),
      act(t.list, 'sending.list', { page: '0' }),
    ],
  };
});
