import { act, defineCard, text } from '../kit/kit.ts';

export const noticeCard = defineCard('start.notice', (t, view: { readonly text: string }) => ({
  body: [text(view.text)],
  actions: [act(t.help, 'help.show')],
}));
