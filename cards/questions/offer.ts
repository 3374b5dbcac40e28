import { act, asked, bare, type Choice, defineCard, header, listInput, primary, text, textInput } from '../kit/kit.ts';

export interface OfferView {
  readonly text: string;
  readonly criterion: string;
  /** Where the reader may write it; none when nothing can be written now. */
  readonly choices: readonly Choice[];
  /** Whether it holds an address that could be evidence. */
  readonly hasLink: boolean;
  /** Whether the reader may send it to the office. */
  readonly asks: boolean;
  readonly max: number;
}

/** What was typed, and what it may be: the text of a criterion, or a question to the office. */
export const offerCard = defineCard('questions.offer', (t, view: OfferView) => ({
  body: [
    header(t),
    text(view.choices.length > 0 ? (view.asks ? t.both : t.criterionOnly) : view.asks ? t.questionOnly : t.neither),
    textInput('text', asked(t, 'text'), { value: view.text, maxLength: 10_000, isMultiline: true }),
    view.choices.length > 0 &&
      listInput('criterion', asked(t, 'criterion'), {
        choices: view.choices,
        value: view.criterion,
        placeholder: t.choose,
      }),
  ],
  actions: [
    view.choices.length > 0 && act(t.write, 'assess.append', {}, primary),
    view.asks && act(t.ask, 'question.ask', {}, ...(view.choices.length > 0 ? [] : [primary])),
    view.hasLink && act(t.link, 'evidence.link'),
    act(t.help, 'help.show', {}, bare),
  ],
}));
