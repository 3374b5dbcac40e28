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
  isPaged,
  narrow,
  note,
  opens,
  primary,
  progressBar,
  right,
  row,
  ruled,
  type Share,
  small,
  stack,
  type Tone,
  text,
  titled,
  toned,
  turnPages,
  wide,
} from '../kit/kit.ts';

export interface LaunchProgressView {
  readonly document: string;
  readonly launchedLine: string;
  readonly state: string;
  readonly stateTone: Tone;
  readonly asOf: string;
  readonly people: number;
  readonly delivered: number;
  readonly readCount: number;
  readonly pending: number;
  readonly isHeld: boolean;
  readonly doubtful: number;
  readonly unreachable: number;
  readonly hasTimeLeft: boolean;
  readonly timeLeft: string;
  readonly hasOthers: boolean;
  readonly others: string;
  /** `done` and `rest` weigh the two parts of the bar. */
  readonly departments: readonly Department[];
  readonly range: string;
  readonly page: string;
  readonly hasPrevious: boolean;
  readonly previous: string;
  readonly hasNext: boolean;
  readonly next: string;
  readonly cancelled: boolean;
  readonly mayCancel: boolean;
  readonly mayRecall: boolean;
  readonly isRecalled: boolean;
  readonly launch: string;
}
interface Department extends Share {
  readonly department: string;
  readonly name: string;
  readonly figures: string;
  readonly open: string;
}

export const launchProgressCard = defineCard('campaign.launch-progress', (t, view: LaunchProgressView) => {
  const leaf = { view, verb: 'announce.show' };
  return {
    body: [
      header(t),
      row([
        wide([titled(view.document, view.launchedLine)]),
        narrow([text(view.state, small, bold, toned(view.stateTone), right)]),
      ]),
      text(view.asOf, note),
      row([
        counted(view.people, t.people),
        counted(view.delivered, t.delivered, 'good'),
        counted(view.readCount, t.read, 'good'),
      ]),
      row(
        [
          counted(view.pending, view.isHeld ? t.kept : t.pending),
          counted(view.doubtful, t.doubtful, 'warning'),
          counted(view.unreachable, t.unreachable, 'warning'),
        ],
        close,
      ),
      view.hasTimeLeft && text(view.timeLeft, bold, close),
      view.hasOthers && text(view.others, note, close),
      text(t.byDepartment, bold, apart, ruled),
      view.departments.map((item) =>
        stack(
          [row([wide([text(item.name, accent)]), narrow([text(item.figures, bold, right)])]), progressBar(item)],
          close,
          ruled,
          opens(act(item.open, 'announce.people', { list: 'unread', department: item.department, page: '0' })),
        ),
      ),
      isPaged(view) && text(view.range, note),
    ],
    actions: [
      view.cancelled && act(t.again, 'announce.prepare', { number: '', issuedOn: '' }, primary),
      act(t.refresh, 'announce.show', { page: view.page }),
      view.unreachable > 0 &&
        act(t.showUnreachable, 'announce.people', { list: 'unreachable', department: '', page: '0' }),
      turnPages(t, leaf),
      view.mayCancel && act(t.cancel, 'announce.cancel', { launch: view.launch }, destructive),
      view.mayRecall && act(t.recall, 'sending.recall', { spread: view.launch }, destructive),
      view.isRecalled && act(t.recalled, 'sending.recalled', { spread: view.launch, page: '0' }),
    ],
  };
});
