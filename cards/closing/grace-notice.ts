import { upperFirst } from '../../src/domain/text/sentence.ts';
import { act, bold, close, defineCard, header, note, notice, primary, stack, text, tight } from '../kit/kit.ts';

export interface GraceNoticeView {
  readonly unitName: string;
  readonly addressee: string;
  readonly you: string;
  readonly roundName: string;
  readonly until: string;
  readonly reason: string;
  readonly isOwn: boolean;
  readonly isHead: boolean;
  readonly title: string;
  readonly round: string;
}

export const graceNoticeCard = defineCard('closing.grace-notice', (t, view: GraceNoticeView) => {
  const { round } = view;
  return {
    body: [
      header({ eyebrow: view.unitName, heading: t.heading }),
      text(t.greeting),
      text(t.text),
      notice('accent', [text(t.untilLabel, note), text(upperFirst(view.until), bold, tight)]),
      stack([text(t.reasonLabel, note, tight), text(view.reason, tight)], close),
      view.isOwn && text(t.own),
      view.isHead && text(t.head),
    ],
    actions: [
      view.isOwn && act(t.open, 'dossier.show', { round }, primary),
      view.isHead && act(t.progress, 'progress.show', { round }),
      act(t.todo, 'todo.show'),
    ],
  };
});
