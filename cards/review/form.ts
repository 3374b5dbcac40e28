import { act, bare, close, defineCard, header, primary, row, text, textInput, titled, wide } from '../kit/kit.ts';

export interface FormView {
  readonly nomination: string;
  readonly rev: string;
  readonly verb: string;
  readonly roundName: string;
  readonly heading: string;
  readonly name: string;
  readonly detail: string;
  readonly explain: string;
  readonly label: string;
  readonly button: string;
  readonly reason: string;
}

export const formCard = defineCard('review.form', (t, view: FormView) => {
  const { nomination } = view;
  return {
    body: [
      header({ eyebrow: t.eyebrow, heading: view.heading }),
      row([wide([titled(view.name, view.detail)])], close),
      text(view.explain, close),
      textInput(
        'reason',
        { label: view.label, errorMessage: t.reasonError },
        { value: view.reason, maxLength: 1000, isMultiline: true },
      ),
    ],
    actions: [
      act(view.button, view.verb, { nomination, rev: view.rev, confirm: 'yes' }, primary),
      act(t.back, 'review.open', { nomination }, bare),
    ],
  };
});
