import { type GroundsView, groundsPart } from '../grounds.ts';
import { asked, byId, type Element, listInput, textInput, timeInput } from '../kit/kit.ts';
import type { List } from '../kit/list.ts';
import { type PaperForm, paperInputs } from '../paper-form.ts';
import type { Choice } from './views.ts';

/** The minutes of a meeting as a form asks for them. */
export interface MinutesForm extends PaperForm, GroundsView {
  /** Ids of who sign, each empty when nobody is named. */
  readonly chair: string;
  readonly secretary: string;
  /** `HH:mm`, or empty. */
  readonly startsAt: string;
  readonly endsAt: string;
  readonly absence: string;
  readonly invitees: string;
  /** Somebody was away, and why is asked for. */
  readonly isAbsent: boolean;
  /** Whoever was there. */
  readonly signers: readonly Choice[];
}

type MinutesWords = Parameters<typeof paperInputs>[0] &
  Parameters<typeof asked<'chair' | 'secretary' | 'startsAt' | 'endsAt' | 'absence' | 'invitees'>>[0];

/** The number may come later. */
export const minutesInputs = (t: MinutesWords, view: MinutesForm): List<Element> => {
  const choices = byId(view.signers);
  return [
    groundsPart(view),
    paperInputs(t, view),
    listInput('chair', asked(t, 'chair'), { choices, value: view.chair }),
    listInput('secretary', asked(t, 'secretary'), { choices, value: view.secretary }),
    timeInput('startsAt', asked(t, 'startsAt'), { value: view.startsAt }),
    timeInput('endsAt', asked(t, 'endsAt'), { value: view.endsAt }),
    view.isAbsent &&
      textInput('absence', asked(t, 'absence'), { value: view.absence, maxLength: 1000, isMultiline: true }),
    textInput('invitees', asked(t, 'invitees'), { value: view.invitees, maxLength: 1000, isMultiline: true }),
  ];
};
