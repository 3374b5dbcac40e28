import { act, defineCard, header, note, primary, text, tight } from '../kit/kit.ts';

export interface NoticeView {
  readonly round: string;
  readonly candidate: string;
  readonly unitName: string;
  readonly addressee: string;
  /** The reader's own dossier, or the department's. */
  readonly about: string;
  readonly roundName: string;
  /** When it came in and who enters it; or that it was thrown away. */
  readonly paper: string;
  readonly isThere: boolean;
}

export const noticeCard = defineCard('paper.notice', (t, view: NoticeView) => {
  const { round, candidate } = view;
  return {
    body: [
      header({ eyebrow: view.unitName, heading: t.heading }),
      text(`${view.about} · ${view.roundName}`, note, tight),
      text(t.greeting),
      text(view.paper),
      view.isThere && text(t.text),
    ],
    actions: [act(t.open, 'dossier.show', { round, candidate }, primary), act(t.todo, 'todo.show')],
  };
});
