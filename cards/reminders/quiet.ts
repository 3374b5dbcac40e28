import { act, bold, close, defineCard, header, note, primary, text } from '../kit/kit.ts';

export interface QuietView {
  readonly unitName: string;
  readonly roundName: string;
  readonly state: string;
  readonly detail: string;
  readonly isHead: boolean;
  readonly isQuiet: boolean;
  readonly isLoud: boolean;
  readonly round: string;
}

export const quietCard = defineCard('reminders.quiet', (t, view: QuietView) => {
  const { round } = view;
  return {
    body: [
      header({ eyebrow: view.unitName, heading: t.heading }),
      text(view.roundName, bold, close),
      text(view.state),
      text(view.detail, close),
      view.isHead && text(t.head, note),
    ],
    actions: [
      view.isQuiet && act(t.resume, 'remind.resume', { round }, primary),
      view.isLoud && act(t.stop, 'remind.stop', { round }),
      act(t.todo, 'command.run', { command: 'todo' }),
    ],
  };
});
