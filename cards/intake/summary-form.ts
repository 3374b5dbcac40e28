import { act, asked, bare, defineCard, header, primary, text, textInput } from '../kit/kit.ts';
import type { DossierView } from './dossier-view.ts';
import { about, backToDossier, sent } from './form-parts.ts';

export interface SummaryFormView extends DossierView {
  readonly summary: string;
  /** The council does not have it before it yet. */
  readonly isOpen: boolean;
}

export const summaryFormCard = defineCard('intake.summary-form', (t, view: SummaryFormView) => ({
  body: [
    header(t),
    about(view),
    view.isOpen && text(t.text),
    view.isOpen
      ? textInput('summary', asked(t, 'summary'), { value: view.summary, maxLength: 1200, isMultiline: true })
      : view.summary !== '' && text(view.summary),
  ],
  actions: [
    view.isOpen && act(t.send, 'intake.summarise', sent(view), primary),
    act(t.report, 'papers.make', { paper: 'report', of: view.nomination }, bare),
    backToDossier(t.back, view),
  ],
}));
