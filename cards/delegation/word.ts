import { act, defineCard, fact, header, label, note, text } from '../kit/kit.ts';

export interface WordView {
  readonly text: string;
  readonly facts: readonly { readonly label: string; readonly value: string }[];
}

export const wordCard = defineCard('delegation.word', (t, view: WordView) => ({
  body: [header(t), text(view.text), view.facts.map((known) => fact(label(known.label, note), known.value))],
  actions: [act(t.todo, 'todo.show')],
}));
