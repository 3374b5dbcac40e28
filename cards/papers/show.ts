import {
  about,
  accent,
  act,
  apart,
  bold,
  close,
  defineCard,
  header,
  note,
  opens,
  ruled,
  stack,
  text,
} from '../kit/kit.ts';

export interface ShowView {
  readonly roundName: string;
  readonly rows: readonly Row[];
}
interface Row {
  readonly paper: string;
  readonly of: string;
  readonly title: string;
  /** That it is whole, a draft, or what is not entered. */
  readonly state: string;
}

export const showCard = defineCard('papers.show', (t, view: ShowView) => ({
  body: [
    header({ eyebrow: view.roundName, heading: t.heading }),
    view.rows.length === 0 && text(t.none, close),
    view.rows.length > 0 && text(t.explain, note, close),
    view.rows.map(({ paper, of, title, state }) =>
      stack(
        [text(title, bold, accent), text(state, note, close)],
        apart,
        ruled,
        opens(about(act(t.make, 'papers.make', { paper, of }), title)),
      ),
    ),
  ],
  actions: [act(t.todo, 'todo.show')],
}));
