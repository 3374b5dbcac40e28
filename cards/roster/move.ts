import {
  act,
  asked,
  bare,
  type Choice,
  defineCard,
  header,
  large,
  listInput,
  note,
  primary,
  text,
  tight,
} from '../kit/kit.ts';

export interface MoveView {
  readonly person: string;
  readonly rev: string;
  readonly name: string;
  /** The department they belong to. */
  readonly now: string;
  readonly departments: readonly Choice[];
  readonly to: string;
}

/** Which department somebody goes to. */
export const moveCard = defineCard('roster.move', (t, view: MoveView) => {
  const { person, rev } = view;
  return {
    body: [
      header(t),
      text(view.name, large, tight),
      text(view.now, note, tight),
      listInput('belongsTo', asked(t, 'belongsTo'), {
        choices: view.departments,
        value: view.to,
        placeholder: t.choose,
      }),
    ],
    actions: [act(t.next, 'roster.transfer', { person, rev }, primary), act(t.back, 'roster.person', { person }, bare)],
  };
});
