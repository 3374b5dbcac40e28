import { accent, act, bold, defineCard, fact, label, large, note, primary, small, text, tight } from '../kit/kit.ts';

export interface PersonView {
  readonly name: string;
  readonly title: string;
  readonly person: string;
  readonly department: string;
  readonly hasLeft: boolean;
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
    view.hasLeft
      ? act(t.return, 'roster.back', { person: view.person }, primary)
      : act(t.change, 'roster.edit', { person: view.person }, primary),
    act(t.department, 'roster.department', { department: view.department, page: '0' }),
    act(t.back, 'roster.show'),
  ],
}));
