import {
  act,
  asked,
  bare,
  defineCard,
  header,
  note,
  notice,
  primary,
  text,
  textInput,
  tight,
  titled,
} from '../kit/kit.ts';
import type { ToldView } from './told.ts';

export interface OpenView extends ToldView {
  readonly typed: string;
  readonly max: number;
}

/** One question before the office. */
export const openCard = defineCard('questions.open', (t, view: OpenView) => ({
  body: [
    header(t),
    titled(view.name, view.askedAt),
    notice('emphasis', [text(view.text)]),
    view.isAnswered && [text(view.answer), text(view.answeredBy, note, tight)],
    !view.isAnswered &&
      textInput('answer', asked(t, 'answer'), { value: view.typed, maxLength: 3_000, isMultiline: true }),
  ],
  actions: [
    !view.isAnswered && act(t.send, 'question.answer', { question: view.question }, primary),
    act(t.list, 'question.list', {}, bare),
  ],
}));
