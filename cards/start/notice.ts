import { act, defineCard, text } from '../kit/kit.ts';

export interface NoticeView {
  readonly text: string;
  /** Whoever is not known is offered nothing: every button would lead to the same sentence. */
  readonly isKnown: boolean;
}

export const noticeCard = defineCard('start.notice', (t, view: NoticeView) => ({
  body: [text(view.text)],
  actions: [view.isKnown && act(t.help, 'help.show')],
}));
