import {
  act,
  bold,
  close,
  defineCard,
  header,
  label,
  note,
  notice,
  pair,
  primary,
  small,
  stack,
  text,
} from '../kit/kit.ts';

export interface ReturnedView {
  readonly round: string;
  readonly candidate: string;
  readonly roundName: string;
  readonly code: string;
  readonly reason: string;
  readonly facts: readonly Fact[];
  readonly isOpen: boolean;
  readonly hasMoved: boolean;
  readonly since: string;
}
interface Fact {
  readonly label: string;
  readonly value: string;
}

export const returnedCard = defineCard('review.returned', (t, view: ReturnedView) => {
  const { round, candidate } = view;
  return {
    body: [
      header(t),
      text(t.what, close),
      notice('warning', [text(t.reason, small, bold), text(view.reason, close)]),
      stack([view.facts.map((item) => pair(label(item.label, note), item.value))], close),
      text(t.kept, note),
      view.hasMoved && notice('good', [text(view.since, bold)]),
    ],
    actions: [
      view.isOpen && act(t.complete, 'assess.open', { round, candidate }, primary),
      view.isOpen && act(t.evidence, 'evidence.list', { round, candidate }),
      act(t.dossier, 'dossier.show', { round, candidate }),
    ],
  };
});
