import { act, bold, close, defineCard, header, note, notice, openUrl, primary, text } from '../kit/kit.ts';

export interface FileView {
  readonly fileName: string;
  /** What stands as a gap in it; empty when nothing does. */
  readonly lacks: string;
  readonly isDraft: boolean;
  /** Comes from the list of papers, and not from a dossier. */
  readonly mayList: boolean;
  readonly url: string;
}

export const fileCard = defineCard('papers.file', (t, view: FileView) => ({
  body: [
    header(t),
    text(view.fileName, bold, close),
    view.isDraft && notice('emphasis', [text(t.draft)]),
    view.lacks !== '' && notice('warning', [text(view.lacks), text(t.gaps, close)]),
    text(t.minutes, note, close),
  ],
  actions: [
    openUrl(t.open, view.url, primary),
    view.mayList && act(t.back, 'papers.show', {}),
    act(t.todo, 'todo.show'),
  ],
}));
