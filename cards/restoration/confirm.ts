import { act, bold, defineCard, destructive, header, primary, text } from '../kit/kit.ts';

export interface RestorationConfirmView {
  readonly restoration: string;
  readonly choice: string;
  readonly isDrop: boolean;
  readonly what: string;
  readonly after: string;
  readonly button: string;
}

export const restorationConfirmCard = defineCard('restoration.confirm', (t, view: RestorationConfirmView) => {
  const { restoration, choice } = view;
  return {
    body: [header(t), text(view.what, bold), text(view.after), text(t.once)],
    actions: [
      act(
        view.button,
        'restoration.choose',
        { restoration, choice, confirm: 'yes' },
        view.isDrop ? destructive : primary,
      ),
      act(t.back, 'restoration.show', { restoration }),
    ],
  };
});
