import { act, defineCard, header, note, primary, text, tight } from '../kit/kit.ts';

export interface NoticeView {
  readonly round: string;
  readonly candidate: string;
  readonly unitName: string;
  readonly addressee: string;
  readonly roundName: string;
  readonly paper: string;
}

export const noticeCard = defineCard('paper.notice', (t, view: NoticeView) => {
  const { round, candidate } = view;
  return {
    body: [
      header({ eyebrow: view.unitName, heading: t.heading }),
      text(view.roundName, note, tight),
      text(t.greeting),
      text(view.paper),
      text(t.text),
    ],
    actions: [act(t.open, 'dossier.show', { round, candidate }, primary), act(t.todo, 'todo.show')],
  };
});
