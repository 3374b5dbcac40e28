import {
  act,
  asked,
  bare,
  dateInput,
  defineCard,
  header,
  note,
  notice,
  primary,
  text,
  tight,
  titled,
} from '../kit/kit.ts';

export interface FormView {
  readonly round: string;
  readonly candidate: string;
  readonly roundName: string;
  readonly name: string;
  readonly departmentName: string;
  /** Where the paper stays. */
  readonly place: string;
  /** Whether there is still time for everyone. */
  readonly deadline: string;
  /** A head has proposed the candidate, who has not answered. */
  readonly isProposed: boolean;
  readonly receivedOn: string;
}

export const formCard = defineCard('paper.form', (t, view: FormView) => {
  const { round, candidate } = view;
  return {
    body: [
      header(t),
      titled(view.name, view.departmentName),
      text(view.roundName, note, tight),
      text(t.text),
      notice('accent', [text(view.place), text(view.deadline), view.isProposed && text(t.consent)]),
      dateInput('receivedOn', asked(t, 'receivedOn'), { value: view.receivedOn }),
    ],
    actions: [
      act(t.take, 'paper.take', { round, candidate, confirm: 'yes' }, primary),
      act(t.back, 'paper.find', { round }, bare),
    ],
  };
});
