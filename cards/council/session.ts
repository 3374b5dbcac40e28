import {
  act,
  bold,
  defineCard,
  entry,
  far,
  header,
  isPaged,
  label,
  note,
  notice,
  type Paging,
  pair,
  primary,
  progressBar,
  text,
  turnPages,
} from '../kit/kit.ts';
import type { CandidateRow, Fact } from './views.ts';

interface SessionRow extends CandidateRow {
  /** Whoever may not record it may read the dossier; nobody the own one. */
  readonly mayRead: boolean;
}
export interface SessionView extends Paging {
  readonly session: string;
  readonly round: string;
  readonly roundName: string;
  readonly number: number;
  readonly facts: readonly Fact[];
  readonly done: number;
  readonly left: number;
  readonly progress: string;
  readonly rows: readonly SessionRow[];
  readonly hasRows: boolean;
  readonly nextCandidate: string;
  readonly hasNextCandidate: boolean;
  /** Who records the secretary's own case; empty when there is none left. */
  readonly ownCase: string;
  readonly canSaveAll: boolean;
  readonly canClose: boolean;
  readonly canChange: boolean;
  readonly canAdd: boolean;
  /** The minutes can be written down or corrected. */
  readonly canMinute: boolean;
}

export const sessionCard = defineCard('council.session', (t, view: SessionView) => {
  const { session } = view;
  const leaf = { view, verb: 'council.session', data: { session } };
  // A card has room for six actions.
  const isFull =
    [
      view.hasNextCandidate,
      view.canSaveAll,
      view.canClose,
      view.canAdd,
      view.canChange,
      view.canMinute,
      view.hasPrevious,
      view.hasNext,
    ].filter(Boolean).length > 5;
  return {
    body: [
      header(t),
      text(view.roundName, bold),
      view.facts.map((fact) => pair(text(fact.label, note), fact.value)),
      text(view.progress, bold),
      progressBar({ done: view.done, rest: view.left }),
      view.ownCase !== '' && notice('warning', [text(view.ownCase)]),
      view.hasRows && label(t.list, bold, far),
      view.rows.map((row) =>
        entry(
          row,
          row.mayOpen
            ? act(t.open, 'council.case', { session, candidate: row.candidate })
            : row.mayRead &&
                act(t.read, 'dossier.read', { round: view.round, candidate: row.candidate, from: session }),
        ),
      ),
      isPaged(view) && text(t.range, note),
    ],
    actions: [
      view.hasNextCandidate && act(t.nextCase, 'council.case', { session, candidate: view.nextCandidate }, primary),
      view.canSaveAll && act(t.saveAll, 'council.all', { session }),
      view.canClose && act(t.close, 'council.close', { session }, primary),
      view.canAdd && act(t.add, 'council.addition', { session }),
      view.canMinute && act(t.minutes, 'council.minutes', { session }),
      view.canChange && act(t.amend, 'council.amendment', { session }),
      turnPages(t, leaf),
      !isFull && act(t.overview, 'council.show', { round: view.round }),
    ],
  };
});
