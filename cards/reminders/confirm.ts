import { act, apart, bold, close, defineCard, header, note, notice, primary, stack, text } from '../kit/kit.ts';

export interface ConfirmView {
  readonly unitName: string;
  readonly question: string;
  readonly what: string;
  /** Of a department: who gets which message. */
  readonly recipients: readonly string[];
  readonly aside: readonly string[];
  readonly hasAside: boolean;
  readonly warnings: readonly Warning[];
  readonly confirm: string;
  readonly canConfirm: boolean;
  readonly round: string;
  readonly audience: string;
  readonly of: string;
  readonly department: string;
  readonly isPart: boolean;
  readonly formId: string;
}
interface Warning {
  readonly warning: string;
}

export const confirmCard = defineCard('reminders.confirm', (t, view: ConfirmView) => {
  const { round, audience, of, formId } = view;
  return {
    body: [
      header({ eyebrow: view.unitName, heading: t.heading }),
      text(view.question, bold),
      view.recipients.map((line) => text(line, close)),
      text(view.what),
      view.hasAside && stack([text(t.aside, bold), view.aside.map((line) => text(line, note, close))], apart),
      view.warnings.map((item) => notice('warning', [text(item.warning)], close)),
    ],
    actions: [
      view.canConfirm && act(view.confirm, 'remind.now', { round, audience, of, formId, confirm: 'yes' }, primary),
      view.isPart && act(t.back, 'remind.department', { round, department: view.department }),
      !view.isPart && act(t.back, 'remind.show', { round }),
    ],
  };
});
