import { act, bold, close, defineCard, header, note, openUrl, primary, text } from '../kit/kit.ts';

export interface FileView {
  readonly fileName: string;
  readonly url: string;
}

export const fileCard = defineCard('roster.file', (t, view: FileView) => ({
  body: [header(t), text(view.fileName, bold, close), text(t.minutes, note, close)],
  actions: [openUrl(t.open, view.url, primary), act(t.back, 'roster.show')],
}));
