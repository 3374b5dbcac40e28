import {
  act,
  apart,
  bold,
  close,
  defineCard,
  destructive,
  header,
  narrow,
  note,
  right,
  row,
  subtle,
  text,
  tight,
  titled,
  wide,
} from '../kit/kit.ts';

export interface RecallView {
  readonly title: string;
  readonly started: string;
  readonly figures: readonly Figure[];
  readonly hasLost: boolean;
  readonly lost: string;
  readonly spread: string;
}
interface Figure {
  readonly label: string;
  readonly value: string;
}

export const recallCard = defineCard('sendings.recall', (t, view: RecallView) => {
  const { spread } = view;
  return {
    body: [
      header(t),
      titled(view.title, view.started),
      view.figures.map((item) =>
        row([wide([text(item.label, subtle)]), narrow([text(item.value, bold, right)])], close),
      ),
      text(t.what, apart),
      text(t.seen, note, tight),
      view.hasLost && text(view.lost, note, tight),
    ],
    actions: [
      act(t.recall, 'sending.recall', { spread, confirm: 'yes' }, destructive),
      act(t.back, 'sending.show', { spread, page: '0' }),
    ],
  };
});
