import {
  act,
  asked,
  bare,
  byId,
  choiceInput,
  close,
  defineCard,
  header,
  primary,
  row,
  text,
  textInput,
  titled,
  wide,
} from '../kit/kit.ts';

export interface ProposeView {
  readonly round: string;
  readonly person: string;
  readonly roundName: string;
  readonly name: string;
  readonly detail: string;
  readonly levels: readonly Level[];
  readonly level: string;
  readonly reason: string;
}
interface Level {
  readonly id: string;
  readonly title: string;
}

export const proposeCard = defineCard('review.propose', (t, view: ProposeView) => {
  const { round } = view;
  return {
    body: [
      header(t),
      row([wide([titled(view.name, view.detail)])], close),
      text(t.explain, close),
      choiceInput('level', asked(t, 'level'), { choices: byId(view.levels), value: view.level }),
      textInput('reason', asked(t, 'reason'), { value: view.reason, maxLength: 1000, isMultiline: true }),
    ],
    actions: [
      act(t.send, 'nomination.propose', { round, person: view.person, confirm: 'yes' }, primary),
      act(t.back, 'review.people', { round }, bare),
    ],
  };
});
