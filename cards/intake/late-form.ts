import { act, asked, bare, bold, defineCard, header, notice, primary, run, text, textInput } from '../kit/kit.ts';
import type { DossierView } from './dossier-view.ts';
import { about, sent } from './form-parts.ts';

export interface LateFormView extends DossierView {
  readonly round: string;
  /** Of the dossier and of the time given for it. */
  readonly version: string;
  /** Criteria not completed; empty when none is, or nothing was begun. */
  readonly missing: string;
  /** How far it has come otherwise, and until when there is time. */
  readonly stands: string;
  readonly isOwn: boolean;
  readonly canTakeIn: boolean;
  readonly canReopen: boolean;
  readonly canExtend: boolean;
  /** Nothing was begun: a signed paper may be entered. */
  readonly canEnter: boolean;
  readonly candidate: string;
  readonly reason: string;
  readonly earliest: string;
  readonly latest: string;
  readonly until: string;
}

export const lateFormCard = defineCard('intake.late-form', (t, view: LateFormView) => {
  const { nomination, version: rev, canTakeIn, canReopen, canExtend } = view;
  const givesTime = canReopen || canExtend;
  return {
    body: [
      header(t),
      about(view),
      notice(canTakeIn ? 'accent' : 'warning', [
        view.missing !== '' && text([run(t.missingLabel, bold), run(view.missing)]),
        text(view.stands),
      ]),
      view.isOwn && text(t.own),
      canTakeIn && text(t.text),
      canReopen && text(t.reopenText),
      canExtend && text(t.extendText),
      (canTakeIn || givesTime) &&
        textInput('reason', asked(t, 'reason'), { value: view.reason, maxLength: 1000, isMultiline: true }),
      givesTime &&
        textInput('until', asked(t, 'until'), { value: view.until, maxLength: 10, placeholder: t.untilHint }),
    ],
    actions: [
      canTakeIn && act(t.send, 'intake.late', sent(view), primary),
      canReopen && act(t.reopen, 'intake.reopen', sent(view)),
      canExtend && act(t.extend, 'intake.extend', { nomination, rev, send: 'yes' }),
      view.canEnter && act(t.enter, 'paper.take', { round: view.round, candidate: view.candidate }),
      act(t.back, 'intake.find', { round: view.round }, bare),
    ],
  };
});
