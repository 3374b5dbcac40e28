import {
  act,
  close,
  defineCard,
  header,
  middle,
  note,
  notice,
  primary,
  row,
  stateColumn,
  type Tone,
  text,
  wide,
} from '../kit/kit.ts';
import { type AnswerForm, answerInputs } from './answer-form.ts';
import { type NoteView, noteBox } from './note.ts';

export interface CriterionView extends AnswerForm, NoteView {
  readonly round: string;
  readonly candidate: string;
  readonly criterion: string;
  readonly place: string;
  readonly who: string;
  readonly name: string;
  readonly text: string;
  readonly maxWords: number;
  readonly maxReason: number;
  readonly base: string;
  readonly evidence: string;
  readonly state: string;
  readonly tone: Tone;
  readonly hasNext: boolean;
  readonly isLast: boolean;
}

export const criterionCard = defineCard('nomination.criterion', (t, view: CriterionView) => {
  const { round, candidate, criterion, base } = view;
  const save = (goTo: string) => ({ round, candidate, criterion, base, goTo });
  return {
    body: [
      header(t),
      row([wide([text(view.who, note)]), stateColumn(view.state, view.tone, middle)], close),
      noteBox(view),
      notice('emphasis', [text(view.text)], close),
      answerInputs(t, view),
      text(t.evidenceHow, note),
    ],
    actions: [
      view.hasNext && act(t.saveNext, 'assess.save', save('next'), primary),
      view.isLast && act(t.saveLast, 'assess.save', save('overview'), primary),
      act(t.save, 'assess.save', save('stay')),
      view.hasNext && act(t.saveLast, 'assess.save', save('overview')),
      act(t.evidence, 'assess.save', save('evidence')),
    ],
  };
});
