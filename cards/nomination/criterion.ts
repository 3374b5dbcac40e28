import {
  act,
  asked,
  bare,
  choiceInput,
  close,
  defineCard,
  header,
  middle,
  narrow,
  note,
  notice,
  primary,
  row,
  state,
  type Tone,
  text,
  textInput,
  wide,
} from '../kit/kit.ts';

export interface CriterionView {
  readonly round: string;
  readonly candidate: string;
  readonly criterion: string;
  readonly place: string;
  readonly who: string;
  readonly name: string;
  readonly text: string;
  readonly rating: string;
  readonly words: string;
  readonly reason: string;
  readonly ratings: readonly Choice[];
  readonly asksReason: boolean;
  readonly maxWords: string;
  readonly maxReason: string;
  readonly base: string;
  readonly evidence: string;
  readonly state: string;
  readonly tone: Tone;
  readonly hasNext: boolean;
  readonly isLast: boolean;
}
interface Choice {
  readonly title: string;
  readonly value: string;
}

export const criterionCard = defineCard('nomination.criterion', (t, view: CriterionView) => {
  const { round, candidate, criterion, base } = view;
  return {
    body: [
      header(t),
      row([wide([text(view.who, note)]), narrow([state(view.state, view.tone)], middle)], close),
      notice('emphasis', [text(view.text)], close),
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
      text(t.evidenceHow, note),
    ],
    actions: [
      view.hasNext && act(t.saveNext, 'assess.save', { round, candidate, criterion, base, goTo: 'next' }, primary),
      view.isLast && act(t.saveLast, 'assess.save', { round, candidate, criterion, base, goTo: 'overview' }, primary),
      act(t.save, 'assess.save', { round, candidate, criterion, base, goTo: 'stay' }),
      act(t.back, 'assess.open', { round, candidate }, bare),
    ],
  };
});
