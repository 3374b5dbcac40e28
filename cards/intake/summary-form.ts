import { act, asked, defineCard, header, primary, text, textInput } from '../kit/kit.ts';
import type { DossierView } from './dossier-view.ts';
import { about, backToDossier, sent } from './form-parts.ts';

export interface SummaryFormView extends DossierView {
  readonly summary: string;
}

export const summaryFormCard = defineCard('intake.summary-form', (t, view: SummaryFormView) => ({
  body: [
    header(t),
    about(view),
    text(t.text),
    textInput('summary', asked(t, 'summary'), { value: view.summary, maxLength: 1200, isMultiline: true }),
  ],
  actions: [act(t.send, 'intake.summarise', sent(view), primary), backToDossier(t.back, view)],
}));
