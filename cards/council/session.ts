import {
  act,
  bold,
  defineCard,
  entry,
  far,
  header,
  isPaged,
  label,
  nextPage,
  note,
  type Paging,
  pair,
  previousPage,
  primary,
  progressBar,
  text,
} from '../kit/kit.ts';
import type { CandidateRow, Fact } from './views.ts';

export interface SessionView extends Paging {
  readonly session: string;
  readonly round: string;
  readonly roundName: string;
  readonly number: number;
  readonly facts: readonly Fact[];
  readonly done: number;
  readonly left: number;
  readonly progress: string;
  readonly rows: readonly CandidateRow[];
  readonly hasRows: boolean;
  readonly nextCandidate: string;
  readonly hasNextCandidate: boolean;
  readonly canClose: boolean;
  readonly canChange: boolean;
  readonly canAdd: boolean;
}

export const sessionCard = defineCard('council.session', (t, view: SessionView) => {
  const { session } = view;
  const leaf = { view, verb: 'council.session', data: { session } };
  // A card has room for six actions.
  const isFull = view.canAdd && view.hasPrevious && view.hasNext;
  return {
    body: [
      header(t),
      text(view.roundName, bold),
      view.facts.map((fact) => pair(text(fact.label, note), fact.value)),
      text(view.progress, bold),
      progressBar({ done: view.done, rest: view.left }),
      view.hasRows && label(t.list, bold, far),
      view.rows.map((row) =>
        entry(row, row.mayOpen && act(t.open, 'council.case', { session, candidate: row.candidate })),
      ),
      isPaged(view) && text(t.range, note),
    ],
    actions: [
      view.hasNextCandidate && act(t.nextCase, 'council.case', { session, candidate: view.nextCandidate }, primary),
      view.canClose && act(t.close, 'council.close', { session }, primary),
      view.canAdd && act(t.add, 'council.addition', { session }),
      view.canChange && act(t.amend, 'council.amendment', { session }),
      previousPage(t.previous, leaf),
      nextPage(t.next, leaf),
      !isFull && act(t.overview, 'council.show', { round: view.round }),
    ],
  };
});
