import {
  act,
  apart,
  bold,
  close,
  defineCard,
  destructive,
  header,
  narrow,
  right,
  row,
  subtle,
  text,
  titled,
  wide,
} from '../kit/kit.ts';

export interface CancelView {
  readonly title: string;
  readonly started: string;
  readonly figures: readonly Figure[];
  readonly spread: string;
}
interface Figure {
  readonly label: string;
  readonly value: string;
}

export const cancelCard = defineCard('sendings.cancel', (t, view: CancelView) => {
  const { spread } = view;
  return {
    body: [
      header(t),
      titled(view.title, view.started),
      view.figures.map((item) =>
        row([wide([text(item.label, subtle)]), narrow([text(item.value, bold, right)])], close),
      ),
      text(t.what, apart),
    ],
    actions: [
      act(t.cancel, 'sending.cancel', { spread, confirm: 'yes' }, destructive),
      act(t.back, 'sending.show', { spread, page: '0' }),
    ],
  };
});
