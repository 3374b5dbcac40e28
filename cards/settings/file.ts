import { act, bold, close, defineCard, header, note, openUrl, primary, text } from '../kit/kit.ts';

export interface PlanFileView {
  readonly fileName: string;
  readonly url: string;
}

export const planFileCard = defineCard('settings.file', (t, view: PlanFileView) => ({
  body: [header(t), text(view.fileName, bold, close), text(t.minutes, note, close)],
  actions: [openUrl(t.open, view.url, primary), act(t.back, 'settings.show')],
}));
