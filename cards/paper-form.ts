import { asked, dateInput, type Input, textInput, toggleInput } from './kit/kit.ts';
import type { List } from './kit/list.ts';

/** Number and date of a signed paper as a form asks for them; the date between the days that its matter allows. */
export interface PaperForm {
  readonly number: string;
  readonly issuedOn: string;
  /** ISO dates. */
  readonly earliest: string;
  readonly latest: string;
  /** Another paper of the year bears the number: the form asks whether it is meant. */
  readonly isTaken: boolean;
}

type PaperWords = Parameters<typeof asked<'number' | 'issuedOn' | 'sameNumber'>>[0] & {
  readonly numberHint: string;
  readonly sameNumberTitle: string;
};

export const paperInputs = (t: PaperWords, view: PaperForm): List<Input> => [
  textInput('number', asked(t, 'number'), {
    value: view.number,
    maxLength: 60,
    placeholder: t.numberHint,
  }),
  dateInput('issuedOn', asked(t, 'issuedOn'), {
    value: view.issuedOn,
    min: view.earliest,
    max: view.latest,
  }),
  view.isTaken && toggleInput('sameNumber', asked(t, 'sameNumber'), { title: t.sameNumberTitle, value: 'false' }),
];
