import {
  act,
  bare,
  close,
  defineCard,
  header,
  note,
  notice,
  primary,
  row,
  text,
  textInput,
  titled,
  wide,
} from '../kit/kit.ts';

export interface FormView {
  readonly former: string;
  readonly rev: string;
  readonly roundName: string;
  readonly name: string;
  readonly detail: string;
  /** Where they were until when, and what becomes of what is written; or that it is too late. */
  readonly explain: string;
  /** Empty for whoever is asked in their own post. */
  readonly inPlaceOf: string;
  /** Who has said it and when; empty as long as nobody has. */
  readonly given: string;
  readonly said: string;
  readonly isOpen: boolean;
  readonly reason: string;
}

export const formCard = defineCard('former.form', (t, view: FormView) => ({
  body: [
    header({ eyebrow: view.roundName, heading: t.heading }),
    row([wide([titled(view.name, view.detail)])], close),
    text(view.explain, close),
    view.inPlaceOf !== '' && text(view.inPlaceOf, note, close),
    view.given !== '' && notice('emphasis', [text(view.given, note), text(view.said, close)]),
    view.isOpen &&
      textInput(
        'reason',
        { label: t.label, errorMessage: t.reasonError },
        { value: view.reason, maxLength: 1000, isMultiline: true },
      ),
  ],
  actions: [
    view.isOpen && act(t.save, 'former.say', { former: view.former, rev: view.rev }, primary),
    act(t.todo, 'todo.show', {}, bare),
  ],
}));
