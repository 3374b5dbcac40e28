import { act, close, defineCard, destructive, header, label, large, primary, stack, text, tight } from '../kit/kit.ts';

export interface SureOfOneView {
  readonly person: string;
  readonly rev: string;
  readonly name: string;
  /** To another department; else they leave. */
  readonly isMoving: boolean;
  /** What follows. */
  readonly lines: readonly string[];
  /** Of the button that decides. */
  readonly data: Readonly<Record<string, string>>;
}

/** What follows from a step with one person, before it is done. */
export const sureOfOneCard = defineCard('roster.sure-of-one', (t, view: SureOfOneView) => {
  const { person, rev, isMoving } = view;
  const data = { ...view.data, person, rev, confirm: 'yes' };
  return {
    body: [
      header({ eyebrow: t.eyebrow, heading: isMoving ? t.moveHeading : t.leaveHeading }),
      text(view.name, large, tight),
      label(t.follows),
      stack(
        view.lines.map((line) => text(line, close)),
        close,
      ),
    ],
    actions: [
      isMoving ? act(t.move, 'roster.transfer', data, primary) : act(t.leave, 'roster.depart', data, destructive),
      act(t.back, 'roster.person', { person }),
    ],
  };
});
