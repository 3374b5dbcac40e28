import { act, bold, close, defineCard, header, note, openUrl, primary, text } from '../kit/kit.ts';

export interface FileView {
  readonly person: string;
  readonly fileName: string;
  readonly url: string;
}

export const fileCard = defineCard('privacy.file', (t, view: FileView) => ({
  body: [header(t), text(view.fileName, bold, close), text(t.minutes, note, close)],
  actions: [openUrl(t.open, view.url, primary), act(t.back, 'privacy.show', { person: view.person })],
}));
