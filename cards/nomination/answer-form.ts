import { asked, type Choice, choiceInput, textInput } from '../kit/kit.ts';

/** An answer to a criterion as it is being written. */
export interface AnswerForm {
  readonly rating: string;
  readonly words: string;
  readonly reason: string;
  readonly ratings: readonly Choice[];
  readonly asksReason: boolean;
}
type Names = 'rating' | 'words' | 'reason';
type AnswerWords = Readonly<Record<Names | `${Names}Error` | 'wordsHint' | 'reasonHint', string>>;

/** More may be pasted than is taken: the refusal says by how much it is too long, and keeps what was typed. */
const maxLength = 10_000;

export const answerInputs = (t: AnswerWords, view: AnswerForm) => [
  choiceInput('rating', asked(t, 'rating'), { choices: view.ratings, value: view.rating }),
  textInput('words', asked(t, 'words'), { value: view.words, maxLength, isMultiline: true, placeholder: t.wordsHint }),
  view.asksReason &&
    textInput('reason', asked(t, 'reason'), {
      value: view.reason,
      maxLength,
      isMultiline: true,
      placeholder: t.reasonHint,
    }),
];
