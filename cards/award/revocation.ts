import {
  act,
  asked,
  bare,
  bold,
  close,
  dateInput,
  defineCard,
  destructive,
  header,
  medium,
  note,
  subtle,
  text,
  textInput,
  tight,
} from '../kit/kit.ts';

export interface RevocationView {
  readonly nomination: string;
  readonly name: string;
  readonly about: string;
  readonly today: string;
  readonly number: string;
  readonly issuedOn: string;
  readonly reason: string;
  readonly rev: number;
  readonly decision: string;
  readonly given: string;
}

export const revocationCard = defineCard('award.revocation', (t, view: RevocationView) => ({
  body: [
    header(t),
    text(view.name, medium, bold),
    text(view.about, subtle, tight),
    text(view.given, close),
    textInput('number', asked(t, 'number'), {
      value: view.number,
      maxLength: 60,
      placeholder: t.numberHint,
      isRequired: true,
    }),
    dateInput('issuedOn', asked(t, 'issuedOn'), { value: view.issuedOn, max: view.today, isRequired: true }),
    textInput('reason', asked(t, 'reason'), {
      value: view.reason,
      maxLength: 1000,
      isMultiline: true,
      isRequired: true,
    }),
    text(t.byHand, note),
  ],
  actions: [
    act(t.save, 'decide.revoke', { nomination: view.nomination, rev: view.rev }, destructive),
    act(t.back, 'decide.decision', { decision: view.decision }, bare),
  ],
}));
