import { act, bold, defineCard, header, primary, text } from '../kit/kit.ts';

export interface ConfirmView {
  readonly from: string;
  readonly to: string;
  readonly period: string;
  /** Empty unless it takes the place of another. */
  readonly before: string;
  readonly standIn: string;
}

export const confirmCard = defineCard('leave.confirm', (t, view: ConfirmView) => {
  const { from, to } = view;
  return {
    body: [
      header(t),
      text(view.period, bold),
      view.before !== '' && text(view.before),
      text(view.standIn),
      text(t.effect),
    ],
    actions: [
      act(t.record, 'leave.save', { from, to, confirm: 'yes' }, primary),
      act(t.edit, 'leave.show', { from, to }),
    ],
  };
});
