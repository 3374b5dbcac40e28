import { act, bare, bold, close, defineCard, header, notice, primary, text, tight, titled } from '../kit/kit.ts';
import { type AnswerForm, answerInputs } from './answer-form.ts';
import { type NoteView, noteBox } from './note.ts';

export interface ConflictView extends AnswerForm, NoteView {
  readonly round: string;
  readonly candidate: string;
  readonly criterion: string;
  readonly name: string;
  readonly stored: Stored;
  readonly maxWords: number;
  readonly maxReason: number;
  readonly base: string;
}
interface Stored {
  readonly rating: string;
  readonly text: string;
  readonly by: string;
}

export const conflictCard = defineCard('nomination.conflict', (t, view: ConflictView) => {
  const { round, candidate, criterion } = view;
  return {
    body: [
      header(t),
      noteBox(view),
      text(t.how),
      notice('emphasis', [
        titled(t.stored, view.stored.by),
        text(view.stored.rating, bold, close),
        text(view.stored.text, tight),
      ]),
      text(t.typed, bold),
      answerInputs(t, view),
    ],
    actions: [
      act(t.keepTyped, 'assess.save', { round, candidate, criterion, base: view.base, goTo: 'stay' }, primary),
      act(t.keepStored, 'assess.open', { round, candidate, criterion }, bare),
    ],
  };
});
