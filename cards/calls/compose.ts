import {
  act,
  asked,
  bare,
  choiceInput,
  dateInput,
  defineCard,
  header,
  primary,
  text,
  textInput,
  timeInput,
} from '../kit/kit.ts';

export interface ComposeView {
  readonly formId: string;
  readonly title: string;
  readonly text: string;
  readonly place: string;
  readonly date: string;
  readonly time: string;
  readonly answerBy: string;
  readonly organisation: string;
  readonly severalOrganisations: boolean;
  readonly organisations: readonly Organisation[];
}
interface Organisation {
  readonly title: string;
  readonly value: string;
}

export const composeCard = defineCard('calls.compose', (t, view: ComposeView) => ({
  body: [
    header(t),
    text(t.how),
    view.severalOrganisations &&
      choiceInput('organisation', asked(t, 'organisation'), {
        choices: view.organisations.map((item) => ({ title: item.title, value: item.value })),
        value: view.organisation,
      }),
    textInput('title', asked(t, 'title'), { value: view.title, maxLength: 200 }),
    textInput('text', asked(t, 'text'), { value: view.text, maxLength: 1500, isMultiline: true }),
    textInput('place', asked(t, 'place'), { value: view.place, maxLength: 200 }),
    dateInput('date', asked(t, 'date'), { value: view.date }),
    timeInput('time', asked(t, 'time'), { value: view.time }),
    dateInput('answerBy', asked(t, 'answerBy'), { value: view.answerBy }),
  ],
  actions: [act(t.preview, 'call.post', { formId: view.formId }, primary), act(t.mine, 'call.mine', {}, bare)],
}));
