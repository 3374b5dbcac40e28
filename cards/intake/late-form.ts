import { act, asked, bare, bold, defineCard, header, notice, primary, run, text, textInput } from '../kit/kit.ts';
import type { DossierView } from './dossier-view.ts';
import { about, sent } from './form-parts.ts';

export interface LateFormView extends DossierView {
  readonly round: string;
  readonly complete: boolean;
  readonly canReopen: boolean;
  readonly canAct: boolean;
  readonly missing: string;
  readonly reason: string;
  readonly earliest: string;
  readonly until: string;
}

export const lateFormCard = defineCard('intake.late-form', (t, view: LateFormView) => ({
  body: [
    header(t),
    about(view),
    !view.complete && notice('warning', [text([run(t.missingLabel, bold), run(view.missing)])]),
    view.complete && text(t.text),
    view.canReopen && text(t.reopenText),
    view.canAct && textInput('reason', asked(t, 'reason'), { value: view.reason, maxLength: 1000, isMultiline: true }),
    view.canReopen &&
      textInput('until', asked(t, 'until'), { value: view.until, maxLength: 10, placeholder: t.untilHint }),
  ],
  actions: [
    view.complete && act(t.send, 'intake.late', sent(view), primary),
    view.canReopen && act(t.reopen, 'intake.reopen', sent(view)),
    act(t.back, 'intake.find', { round: view.round }, bare),
  ],
}));
