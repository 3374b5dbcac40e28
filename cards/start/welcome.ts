import { act, apart, bold, defineCard, header, ruled, stack, text } from '../kit/kit.ts';

/** Read by the words. */
export interface WelcomeView {
  readonly addressee: string;
  readonly unitName: string;
}

export const welcomeCard = defineCard('start.welcome', (t, _view: WelcomeView) => ({
  body: [header(t), text(t.greeting), text(t.what), stack([text(t.dataHeading, bold), text(t.data)], ruled, apart)],
  actions: [act(t.todo, 'todo.show'), act(t.plan, 'plan.show'), act(t.help, 'help.show')],
}));
