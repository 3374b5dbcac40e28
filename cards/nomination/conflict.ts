import {
  act,
  asked,
  bare,
  bold,
  choiceInput,
  close,
  defineCard,
  header,
  notice,
  primary,
  text,
  textInput,
  tight,
  titled,
} from '../kit/kit.ts';

export interface ConflictView {
  readonly round: string;
  readonly candidate: string;
  readonly criterion: string;
  readonly name: string;
  readonly stored: Stored;
  readonly rating: string;
  readonly words: string;
  readonly reason: string;
  readonly ratings: readonly Choice[];
  readonly asksReason: boolean;
  readonly maxWords: string;
  readonly maxReason: string;
  readonly base: string;
}
interface Choice {
  readonly title: string;
  readonly value: string;
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
      text(t.how),
      notice('emphasis', [
        titled(t.stored, view.stored.by),
        text(view.stored.rating, bold, close),
        text(view.stored.text, tight),
      ]),
      text(t.typed, bold),
      choiceInput('rating', asked(t, 'rating'), {
        choices: view.ratings.map((item) => ({ title: item.title, value: item.value })),
        value: view.rating,
      }),
      textInput('words', asked(t, 'words'), {
        value: view.words,
        maxLength: 10000,
        isMultiline: true,
        placeholder: t.wordsHint,
      }),
      view.asksReason &&
        textInput('reason', asked(t, 'reason'), {
          value: view.reason,
          maxLength: 10000,
          isMultiline: true,
          placeholder: t.reasonHint,
        }),
    ],
    actions: [
      act(t.keepTyped, 'assess.save', { round, candidate, criterion, base: view.base, goTo: 'stay' }, primary),
      act(t.keepStored, 'assess.open', { round, candidate, criterion }, bare),
    ],
  };
});
