import {
  accent,
  act,
  bold,
  defineCard,
  fact,
  label,
  large,
  note,
  primary,
  readFirst,
  small,
  text,
  tight,
} from '../kit/kit.ts';
import type { Words } from '../kit/words.ts';

export interface PersonView {
  readonly name: string;
  readonly title: string;
  readonly person: string;
  readonly department: string;
  readonly rev: string;
  readonly hasLeft: boolean;
  /** A last day is recorded that is still to come. */
  readonly isLeaving: boolean;
  readonly facts: readonly { readonly fact: string; readonly value: string }[];
}

export const personCard = defineCard('roster.person', (t, view: PersonView) => ({
  body: [
    label(t.eyebrow, small, bold, accent, tight),
    text(view.name, large, bold, tight),
    view.title !== '' && text(view.title, note, tight),
    view.facts.map((known) => fact(label(known.fact, note), known.value)),
  ],
  actions: [
    ...stepsOf(t, view),
    act(t.department, 'roster.department', { department: view.department, page: '0' }),
    act(t.back, 'roster.show'),
  ],
}));

function stepsOf(t: Words<'roster.person'>, { person, rev, hasLeft, isLeaving }: PersonView) {
  if (hasLeft) return [act(t.return, 'roster.back', { person }, primary)];
  return [
    act(t.change, 'roster.edit', { person }, primary),
    act(t.move, 'roster.move', { person }),
    act(t.away, 'leave.show', { person }),
    isLeaving ? act(t.stay, 'roster.stay', { person, rev, ...readFirst }) : act(t.leave, 'roster.leave', { person }),
  ];
}
