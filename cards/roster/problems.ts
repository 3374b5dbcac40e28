import { act, bold, close, defineCard, header, note, openUrl, primary, text } from '../kit/kit.ts';

export interface ProblemsView {
  readonly id: string;
  readonly fileName: string;
  readonly url: string;
}

export const problemsCard = defineCard('roster.problems', (t, view: ProblemsView) => ({
  body: [header(t), text(view.fileName, bold, close), text(t.minutes, note, close)],
  actions: [openUrl(t.open, view.url, primary), act(t.back, 'roster.update', { id: view.id })],
}));
