import { act, bold, close, defineCard, header, note, openUrl, primary, text, tight } from '../kit/kit.ts';

export interface FileView {
  readonly spread: string;
  readonly name: string;
  readonly fileName: string;
  readonly url: string;
}

export const fileCard = defineCard('sendings.file', (t, view: FileView) => ({
  body: [header(t), text(view.name, bold, close), text(view.fileName, tight), text(t.minutes, note, close)],
  actions: [openUrl(t.open, view.url, primary), act(t.back, 'sending.show', { spread: view.spread, page: '0' })],
}));
