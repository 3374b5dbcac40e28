import {
  act,
  apart,
  bare,
  bold,
  close,
  defineCard,
  destructive,
  header,
  label,
  narrow,
  note,
  right,
  row,
  ruled,
  stack,
  text,
  tight,
  wide,
} from '../kit/kit.ts';

export interface PrivacyView {
  readonly person: string;
  /** Empty on one's own card. */
  readonly name: string;
  readonly rows: readonly Row[];
  /** For how long dossiers are kept. */
  readonly period: string;
  readonly isOwn: boolean;
  /** There is evidence that may have been opened. */
  readonly hasLooks: boolean;
  /** The office has had it erased. */
  readonly isErased: boolean;
  readonly mayErase: boolean;
  /** To be erased once they have left. */
  readonly isToLeave: boolean;
}
interface Row {
  readonly name: string;
  readonly why: string;
  readonly n: string;
}

const holding = ({ name, why, n }: Row) =>
  stack([row([wide([text(name, bold)]), narrow([text(n, bold, right)])]), text(why, note, tight)], close, ruled);

export const showCard = defineCard('privacy.show', (t, view: PrivacyView) => ({
  body: [
    header(t),
    view.name !== '' && text(view.name, bold, close),
    label(t.what, close),
    view.rows.map(holding),
    stack(
      [
        label(t.acts, note),
        text(view.period, note, close),
        label(view.isOwn ? t.ask : view.isToLeave ? t.toLeave : t.askOther, note, close),
      ],
      apart,
      ruled,
    ),
  ],
  actions: [
    act(t.export, 'privacy.export', { person: view.person }),
    view.hasLooks && act(t.looks, 'privacy.looks', { round: '', candidate: view.person }),
    view.mayErase && act(t.erase, 'privacy.erase', { person: view.person }, destructive),
    view.isErased && act(t.erasure, 'privacy.erase', { person: view.person }),
    !view.isOwn && act(t.back, 'privacy.find', { query: '' }),
    act(t.todo, 'todo.show', {}, bare),
  ],
}));
