import {
  accent,
  act,
  bold,
  close,
  defineCard,
  header,
  middle,
  narrow,
  note,
  opens,
  primary,
  progressBar,
  row,
  ruled,
  stack,
  state,
  type Tone,
  text,
  tight,
  titled,
  wide,
} from '../kit/kit.ts';

export interface OverviewView {
  readonly round: string;
  readonly candidate: string;
  readonly roundName: string;
  readonly name: string;
  readonly department: string;
  readonly done: number;
  readonly left: number;
  readonly total: number;
  readonly deadline: string;
  readonly wish: string;
  readonly state: string;
  readonly stateTone: Tone;
  readonly rows: readonly Row[];
  readonly canGoOn: boolean;
  /** The first criterion still to be answered. */
  readonly next: string;
  readonly canFinish: boolean;
  readonly canAsk: boolean;
  readonly canDecline: boolean;
}
interface Row {
  readonly criterion: string;
  readonly name: string;
  readonly state: string;
  readonly tone: Tone;
  readonly evidence: string;
}

export const overviewCard = defineCard('nomination.overview', (t, view: OverviewView) => {
  const { round, candidate } = view;
  return {
    body: [
      header(t),
      row(
        [
          wide([text(view.name, bold, close), text(view.department, note, tight)]),
          narrow([state(view.state, view.stateTone)], middle),
        ],
        close,
      ),
      text(t.progress, bold),
      progressBar({ done: view.done, rest: view.left }),
      text(view.deadline, close),
      text(view.wish, close),
      view.rows.map((item) =>
        stack(
          [
            row([
              wide([titled(`${item.criterion}. ${item.name}`, item.evidence, accent)]),
              narrow([state(item.state, item.tone)], middle),
            ]),
          ],
          close,
          ruled,
          opens(act(`${t.open} ${item.criterion}`, 'assess.open', { round, candidate, criterion: item.criterion })),
        ),
      ),
    ],
    actions: [
      view.canGoOn && act(`${t.goOn} ${view.next}`, 'assess.open', { round, candidate, criterion: view.next }, primary),
      view.canFinish && act(t.finish, 'assess.finish', { round, candidate }, primary),
      view.canAsk && act(t.ask, 'nomination.request', { round, candidate }),
      act(t.dossier, 'dossier.show', { round, candidate }),
      act(t.evidence, 'evidence.list', { round, candidate }),
      view.canDecline && act(t.decline, 'nomination.decline', { round, candidate }),
    ],
  };
});
