import {
  act,
  bold,
  close,
  defineCard,
  destructive,
  header,
  label,
  large,
  notice,
  primary,
  readFirst,
  text,
  tight,
} from '../kit/kit.ts';

export interface LossView {
  readonly person: string;
  readonly name: string;
  readonly lines: readonly string[];
  readonly isLeaving: boolean;
  /** Of the button that decides. */
  readonly data: Readonly<Record<string, string>>;
}

/** One person's change that the unit would miss something by. */
export const lossCard = defineCard('roster.loss', (t, view: LossView) => {
  const { person } = view;
  return {
    body: [
      header(t),
      text(view.name, large, tight),
      notice('attention', [label(t.why, bold), view.lines.map((line) => text(line, close))]),
      label(t.check),
    ],
    actions: [
      act(t.back, 'roster.person', { person }, primary),
      act(
        t.sure,
        view.isLeaving ? 'roster.depart' : 'roster.change',
        { ...view.data, person, sure: 'yes', ...readFirst },
        destructive,
      ),
    ],
  };
});
