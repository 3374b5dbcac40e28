import {
  act,
  asked,
  bare,
  bold,
  choiceInput,
  close,
  dateInput,
  defineCard,
  header,
  medium,
  primary,
  subtle,
  text,
  textInput,
  tight,
} from '../kit/kit.ts';

export interface ReplyView {
  readonly nomination: string;
  readonly name: string;
  readonly about: string;
  readonly today: string;
  readonly number: string;
  readonly issuedOn: string;
  readonly reason: string;
  readonly round: string;
  readonly rev: number;
  readonly authority: string;
  readonly result: string;
}

export const replyCard = defineCard('award.reply', (t, view: ReplyView) => ({
  body: [
    header(t),
    text(view.name, medium, bold),
    text(view.about, subtle, tight),
    text(view.authority, close),
    choiceInput('result', asked(t, 'result'), {
      choices: [
        { title: t.awarded, value: 'awarded' },
        { title: t.declined, value: 'declined' },
      ],
      value: view.result,
      isRequired: true,
    }),
    textInput('number', asked(t, 'number'), { value: view.number, maxLength: 60, placeholder: t.numberHint }),
    dateInput('issuedOn', asked(t, 'issuedOn'), { value: view.issuedOn, max: view.today }),
    textInput('reason', asked(t, 'reason'), { value: view.reason, maxLength: 1000, isMultiline: true }),
  ],
  actions: [
    act(t.save, 'decide.answer', { nomination: view.nomination, rev: view.rev }, primary),
    act(t.back, 'decide.waiting', { round: view.round }, bare),
  ],
}));
