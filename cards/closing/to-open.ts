import {
  accent,
  act,
  close,
  defineCard,
  header,
  note,
  opens,
  primary,
  ruled,
  stack,
  text,
  titled,
} from '../kit/kit.ts';

export interface ToOpenView {
  readonly unitName: string;
  readonly rounds: readonly Round[];
}
interface Round {
  readonly name: string;
  readonly detail: string;
  readonly round: string;
}

export const toOpenCard = defineCard('closing.to-open', (t, view: ToOpenView) => ({
  body: [
    header({ eyebrow: view.unitName, heading: t.heading }),
    text(t.text),
    view.rounds.map((item) =>
      stack(
        [titled(item.name, item.detail, accent)],
        close,
        ruled,
        opens(act(item.name, 'round.open', { round: item.round })),
      ),
    ),
    text(t.note, note),
  ],
  actions: [act(t.choose, 'round.choose', {}, primary)],
}));
