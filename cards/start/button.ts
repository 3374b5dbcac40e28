import { act, defineCard, text } from '../kit/kit.ts';

/** The name of a button that means something on its card alone was typed. */
export const buttonCard = defineCard('start.button', (t) => ({
  body: [text(t.text)],
  actions: [act(t.todo, 'todo.show'), act(t.help, 'help.show')],
}));
