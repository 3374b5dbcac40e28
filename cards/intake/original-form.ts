import { act, asked, defineCard, header, primary, text, textInput } from '../kit/kit.ts';
import type { DossierView } from './dossier-view.ts';
import { about, backToDossier, sent } from './form-parts.ts';

export interface OriginalFormView extends DossierView {
  readonly receivedOn: string;
}

export const originalFormCard = defineCard('intake.original-form', (t, view: OriginalFormView) => ({
  body: [
    header(t),
    about(view),
    text(t.text),
    textInput('receivedOn', asked(t, 'receivedOn'), {
      value: view.receivedOn,
      maxLength: 10,
      placeholder: t.receivedOnHint,
    }),
  ],
  actions: [act(t.send, 'intake.original', sent(view), primary), backToDossier(t.back, view)],
}));
