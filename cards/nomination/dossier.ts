import { type StepView, stepButton, stepNotice } from '../dossier-step.ts';
import {
  act,
  apart,
  bold,
  close,
  defineCard,
  destructive,
  header,
  label,
  middle,
  note,
  pair,
  row,
  ruled,
  small,
  stack,
  stateColumn,
  type Tone,
  text,
  tight,
  toned,
  wide,
} from '../kit/kit.ts';
import { type NoteView, noteBox } from './note.ts';

export interface DossierView extends NoteView {
  readonly round: string;
  readonly candidate: string;
  readonly code: string;
  readonly roundName: string;
  readonly name: string;
  readonly department: string;
  readonly state: string;
  readonly stateTone: Tone;
  /** That it comes from a signed paper, and who enters it. */
  readonly paper: string;
  readonly deadline: string;
  readonly step: StepView;
  readonly parts: readonly Part[];
  readonly timeline: readonly Line[];
  readonly hasTimeline: boolean;
  readonly canChangeLevel: boolean;
  /** The assessment, where the next step is not that very card. */
  readonly canAssess: boolean;
  readonly canRead: boolean;
  /** What was entered from a paper and not sent may be thrown away. */
  readonly canDrop: boolean;
  readonly canWithdraw: boolean;
}
interface Line {
  readonly label: string;
  readonly text: string;
}
interface Part {
  readonly label: string;
  readonly text: string;
  readonly state: string;
  readonly tone: Tone;
}

export const dossierCard = defineCard('nomination.dossier', (t, view: DossierView) => {
  const { round, candidate } = view;
  return {
    body: [
      header(t),
      stack(
        [
          text(view.name, bold, close),
          text(view.department, note, tight),
          label(view.state, small, bold, toned(view.stateTone), tight),
        ],
        close,
      ),
      noteBox(view),
      view.paper !== '' && text(view.paper, note),
      stepNotice(view.step),
      view.deadline !== '' && text(view.deadline),
      view.parts.map((item) =>
        stack(
          [row([wide([text(item.label, bold), text(item.text, tight)]), stateColumn(item.state, item.tone, middle)])],
          close,
          ruled,
        ),
      ),
      view.hasTimeline &&
        stack(
          [text(t.timeline, bold), view.timeline.map((item) => pair(text(item.label, note), item.text))],
          apart,
          ruled,
        ),
    ],
    actions: [
      stepButton(view.step),
      view.canAssess && act(t.assess, 'assess.open', { round, candidate }),
      view.canChangeLevel && act(t.changeLevel, 'nomination.request', { round, candidate }),
      view.step.verb !== 'evidence.list' && act(t.evidence, 'evidence.list', { round, candidate }),
      view.canRead && act(t.read, 'dossier.read', { round, candidate }),
      view.canDrop && act(t.drop, 'paper.drop', { round, candidate }, destructive),
      view.canWithdraw && act(t.withdraw, 'nomination.withdraw', { round, candidate }, destructive),
    ],
  };
});
