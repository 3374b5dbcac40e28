import { upperFirst } from '../../src/domain/text/sentence.ts';
import { act, bold, close, defineCard, header, note, notice, primary, stack, text, tight } from '../kit/kit.ts';

export interface ExtendedView {
  readonly unitName: string;
  readonly addressee: string;
  /** The person's own dossier, or the department's. */
  readonly about: string;
  readonly roundName: string;
  readonly until: string;
  readonly reason: string;
  readonly isOpen: boolean;
  readonly round: string;
  readonly candidate: string;
}

export const extendedCard = defineCard('intake.extended', (t, view: ExtendedView) => {
  const { round, candidate } = view;
  return {
    body: [
      header({ eyebrow: view.unitName, heading: t.heading }),
      text(t.greeting),
      text(t.text),
      notice(view.isOpen ? 'accent' : 'emphasis', [
        text(`${view.about} · ${view.roundName}`, note),
        text(view.isOpen ? t.untilLabel : t.over, note, tight),
        text(upperFirst(view.until), bold, tight),
      ]),
      stack([text(t.reasonLabel, note, tight), text(view.reason, tight)], close),
      view.isOpen && text(t.after),
    ],
    actions: [
      view.isOpen && act(t.assess, 'assess.open', { round, candidate }, primary),
      !view.isOpen && act(t.read, 'dossier.show', { round, candidate }),
      act(t.todo, 'todo.show'),
    ],
  };
});
