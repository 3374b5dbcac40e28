import {
  act,
  asked,
  bare,
  type Choice,
  choiceInput,
  defineCard,
  header,
  note,
  primary,
  readFirst,
  text,
} from '../kit/kit.ts';

export interface AccountsView {
  readonly accounts: readonly Choice[];
  /** Values of the accounts ticked, separated by commas. */
  readonly chosen: string;
  /** That the list goes on when these are decided; empty when it does not. */
  readonly more: string;
}

export const accountsCard = defineCard('accounts.list', (t, view: AccountsView) => {
  const isEmpty = view.accounts.length === 0;
  return {
    body: [
      header(t),
      text(isEmpty ? t.none : t.text),
      !isEmpty &&
        choiceInput('accounts', asked(t, 'accounts'), {
          choices: view.accounts,
          value: view.chosen,
          isMultiSelect: true,
        }),
      view.more !== '' && text(view.more, note),
      !isEmpty && text(t.refused, note),
    ],
    actions: [
      !isEmpty && act(t.confirm, 'accounts.confirm', readFirst, primary),
      !isEmpty && act(t.refuse, 'accounts.refuse', readFirst),
      act(t.todo, 'todo.show', {}, bare),
    ],
  };
});
