import { bold, close, defineCard, header, note, text, tight } from '../kit/kit.ts';

export interface WithdrawnNoticeView {
  readonly code: string;
  readonly name: string;
  readonly department: string;
}

export const withdrawnNoticeCard = defineCard('nomination.withdrawn-notice', (t, view: WithdrawnNoticeView) => ({
  body: [header(t), text(view.name, bold, close), text(view.department, note, tight), text(t.text)],
  actions: [],
}));
