import {
  act,
  asked,
  bare,
  bold,
  close,
  dateInput,
  defineCard,
  far,
  header,
  label,
  note,
  pair,
  primary,
  stack,
  text,
  textInput,
} from '../kit/kit.ts';

export interface PaperView {
  readonly decision: string;
  readonly round: string;
  readonly roundName: string;
  readonly name: string;
  readonly names: readonly Fact[];
  readonly bonus: readonly Bonu[];
  readonly rev: number;
  readonly agreed: string;
  readonly today: string;
  readonly number: string;
  readonly issuedOn: string;
  readonly declines: string;
  readonly hasDeclines: boolean;
  readonly declineReason: string;
}
interface Bonu {
  readonly text: string;
}
interface Fact {
  readonly label: string;
  readonly value: string;
}

export const paperCard = defineCard('award.paper', (t, view: PaperView) => {
  const { decision } = view;
  return {
    body: [
      header(t),
      text(view.roundName, bold),
      text(view.name),
      view.names.map((item) => pair(text(item.label, note), item.value)),
      text(t.agreed, note),
      label(t.bonus, bold, far),
      view.bonus.map((item) => text(item.text, note, close)),
      textInput('number', asked(t, 'number'), {
        value: view.number,
        maxLength: 60,
        placeholder: t.numberHint,
        isRequired: true,
      }),
      dateInput('issuedOn', asked(t, 'issuedOn'), { value: view.issuedOn, max: view.today, isRequired: true }),
      view.hasDeclines &&
        stack([
          text(view.declines),
          textInput('declineReason', asked(t, 'reason'), {
            value: view.declineReason,
            maxLength: 1000,
            isMultiline: true,
            isRequired: true,
          }),
        ]),
      text(t.byHand, note),
    ],
    actions: [
      act(t.save, 'decide.record', { decision, rev: view.rev }, primary),
      act(t.back, 'decide.decision', { decision }, bare),
    ],
  };
});
