import { act, asked, defineCard, destructive, header, text, textInput } from '../kit/kit.ts';
import type { DossierView } from './dossier-view.ts';
import { about, backToDossier, sent } from './form-parts.ts';

export interface HoldFormView extends DossierView {
  readonly reason: string;
}

export const holdFormCard = defineCard('intake.hold-form', (t, view: HoldFormView) => ({
  body: [
    header(t),
    about(view),
    text(t.text),
    textInput('reason', asked(t, 'reason'), { value: view.reason, maxLength: 1000, isMultiline: true }),
  ],
  actions: [act(t.send, 'intake.hold', sent(view), destructive), backToDossier(t.back, view)],
}));
