import { act, bold, defineCard, header, medium, note, pair, primary, text } from '../kit/kit.ts';

export interface AnsweringView {
  readonly nomination: string;
  readonly rev: string;
  readonly reason: string;
  readonly name: string;
  readonly told: string;
}

/** Before a refusal of the parent department is told. */
export const answeringCard = defineCard('award.answering', (t, view: AnsweringView) => {
  const { nomination, rev, reason } = view;
  return {
    body: [
      header(t),
      text(view.name, medium, bold),
      pair(text(t.reason, note), reason),
      pair(text(t.toldTo, note), view.told),
      text(t.final, bold),
    ],
    actions: [
      act(t.confirm, 'decide.answer', { nomination, rev, result: 'declined', reason, confirm: 'yes' }, primary),
      act(t.back, 'decide.reply', { nomination }),
    ],
  };
});
