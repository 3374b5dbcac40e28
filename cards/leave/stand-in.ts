import { act, defineCard, header, primary, text } from '../kit/kit.ts';

export interface StandInView {
  readonly text: string;
  /** The reader acts; else they can only see to it. */
  readonly acts: boolean;
}

export const standInCard = defineCard('leave.stand-in', (t, view: StandInView) => ({
  body: [header(t), text(view.text)],
  actions: [
    view.acts
      ? act(t.review, 'command.run', { command: 'review' }, primary)
      : act(t.delegate, 'delegate.show', {}, primary),
    act(t.todo, 'todo.show'),
  ],
}));
