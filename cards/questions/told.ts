import { act, bold, defineCard, header, note, notice, text, tight } from '../kit/kit.ts';

export interface ToldView {
  readonly question: string;
  readonly name: string;
  readonly askedAt: string;
  readonly text: string;
  readonly isAnswered: boolean;
  readonly answer: string;
  readonly answeredBy: string;
}

export const toldCard = defineCard('questions.told', (t, view: ToldView) => ({
  body: [
    header(t),
    view.isAnswered && [text(view.answer), text(view.answeredBy, note, tight)],
    !view.isAnswered && text(t.waiting, bold),
    notice('emphasis', [text(t.asked, bold), text(view.text, tight), text(view.askedAt, note)]),
  ],
  actions: [act(t.todo, 'todo.show'), act(t.help, 'help.show')],
}));
