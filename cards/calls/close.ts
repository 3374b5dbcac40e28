import { act, bold, defineCard, destructive, header, text } from '../kit/kit.ts';

export interface CloseView {
  readonly call: string;
  readonly title: string;
}

export const closeCard = defineCard('calls.close', (t, view: CloseView) => {
  const { call } = view;
  return {
    body: [header(t), text(view.title, bold), text(t.what)],
    actions: [act(t.close, 'call.close', { call, confirm: 'yes' }, destructive), act(t.back, 'call.show', { call })],
  };
});
