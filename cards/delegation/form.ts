import {
  act,
  asked,
  bare,
  type Choice,
  dateInput,
  defineCard,
  header,
  listInput,
  primary,
  text,
  textInput,
} from '../kit/kit.ts';

export interface FormView {
  readonly formId: string;
  readonly post: string;
  readonly name: string;
  readonly from: string;
  readonly until: string;
  readonly number: string;
  readonly issuedOn: string;
  readonly posts: readonly Choice[];
}

export const formCard = defineCard('delegation.form', (t, view: FormView) => ({
  body: [
    header(t),
    text(t.how),
    listInput('post', asked(t, 'post'), {
      choices: view.posts,
      ...(view.posts.some(({ value }) => value === view.post) && { value: view.post }),
    }),
    textInput('name', asked(t, 'name'), { value: view.name, maxLength: 200 }),
    dateInput('from', asked(t, 'from'), { value: view.from }),
    dateInput('until', asked(t, 'until'), { value: view.until }),
    textInput('number', asked(t, 'number'), { value: view.number, maxLength: 100 }),
    dateInput('issuedOn', asked(t, 'issuedOn'), { value: view.issuedOn }),
  ],
  actions: [act(t.check, 'delegate.assign', { formId: view.formId }, primary), act(t.back, 'delegate.show', {}, bare)],
}));
