import { type StepView, stepButton, stepNotice } from '../dossier-step.ts';
import {
  accent,
  act,
  bold,
  close,
  defineCard,
  header,
  middle,
  note,
  opens,
  progressBar,
  row,
  ruled,
  stack,
  stateColumn,
  type Tone,
  text,
  tight,
  titled,
  wide,
} from '../kit/kit.ts';
import { type NoteView, noteBox } from './note.ts';

export interface OverviewView extends NoteView {
  readonly round: string;
  readonly candidate: string;
  /** That it comes from a signed paper, and who enters it. */
  readonly paper: string;
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
  readonly step: StepView;
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
          stateColumn(view.state, view.stateTone, middle),
        ],
        close,
      ),
      view.paper !== '' && text(view.paper, note),
      noteBox(view),
      stepNotice(view.step),
      text(t.progress, bold),
      progressBar({ done: view.done, rest: view.left }),
      text(view.deadline, close),
      text(view.wish, close),
      view.rows.map((item) =>
        stack(
          [
            row([
              wide([titled(`${item.criterion}. ${item.name}`, item.evidence, accent)]),
              stateColumn(item.state, item.tone, middle),
            ]),
          ],
          close,
          ruled,
          opens(act(`${t.open} ${item.criterion}`, 'assess.open', { round, candidate, criterion: item.criterion })),
        ),
      ),
    ],
    actions: [
      stepButton(view.step),
      act(t.dossier, 'dossier.show', { round, candidate }),
      act(t.evidence, 'evidence.list', { round, candidate }),
      view.canDecline && act(t.decline, 'nomination.decline', { round, candidate }),
    ],
  };
});
