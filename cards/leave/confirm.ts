import { act, bold, defineCard, header, large, primary, text, tight } from '../kit/kit.ts';

export interface ConfirmView {
  readonly from: string;
  readonly to: string;
  /** Whose it is where the office records another's, and the name; empty for one's own. */
  readonly person: string;
  readonly who: string;
  readonly period: string;
  /** Empty unless it takes the place of another. */
  readonly before: string;
  readonly standIn: string;
}

export const confirmCard = defineCard('leave.confirm', (t, view: ConfirmView) => {
  const { from, to, person } = view;
  return {
    body: [
      view.who === '' ? header(t) : header({ eyebrow: t.eyebrow, heading: t.headingOf }),
      view.who !== '' && text(view.who, large, tight),
      text(view.period, bold),
      view.before !== '' && text(view.before),
      text(view.standIn),
      text(view.who === '' ? t.effect : t.effectOf),
    ],
    actions: [
      act(t.record, 'leave.save', { from, to, person, confirm: 'yes' }, primary),
      act(t.edit, 'leave.show', { from, to, person }),
    ],
  };
});
