import { act, asked, defineCard, header, primary, text, textInput } from '../kit/kit.ts';
import type { DossierView } from './dossier-view.ts';
import { about, backToDossier, sent } from './form-parts.ts';

export interface ReturnFormView extends DossierView {
  /** First day that may be set; in the words. */
  readonly earliest: string;
  readonly reason: string;
  readonly until: string;
}

export const returnFormCard = defineCard('intake.return-form', (t, view: ReturnFormView) => ({
  body: [
    header(t),
    about(view),
    text(t.text),
    textInput('reason', asked(t, 'reason'), { value: view.reason, maxLength: 1000, isMultiline: true }),
    textInput('until', asked(t, 'until'), { value: view.until, maxLength: 10, placeholder: t.untilHint }),
  ],
  actions: [act(t.send, 'intake.return', sent(view), primary), backToDossier(t.back, view)],
}));
