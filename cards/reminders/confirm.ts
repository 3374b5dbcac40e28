import { act, bold, close, defineCard, header, notice, primary, text } from '../kit/kit.ts';

export interface ConfirmView {
  readonly unitName: string;
  readonly question: string;
  readonly what: string;
  readonly warnings: readonly Warning[];
  readonly confirm: string;
  readonly round: string;
  readonly audience: string;
  readonly formId: string;
}
interface Warning {
  readonly warning: string;
}

export const confirmCard = defineCard('reminders.confirm', (t, view: ConfirmView) => {
  const { round } = view;
  return {
    body: [
      header({ eyebrow: view.unitName, heading: t.heading }),
      text(view.question, bold),
      text(view.what),
      view.warnings.map((item) => notice('warning', [text(item.warning)], close)),
    ],
    actions: [
      act(view.confirm, 'remind.now', { round, audience: view.audience, formId: view.formId, confirm: 'yes' }, primary),
      act(t.back, 'remind.show', { round }),
    ],
  };
});
