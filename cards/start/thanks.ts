import { act, defineCard, text } from '../kit/kit.ts';

/** A kind word is answered, and leads on. */
export const thanksCard = defineCard('start.thanks', (t) => ({
  body: [text(t.text)],
  actions: [act(t.todo, 'todo.show'), act(t.help, 'help.show')],
}));
