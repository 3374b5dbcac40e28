import {
  act,
  bold,
  defineCard,
  type Entry,
  entry,
  far,
  header,
  isPaged,
  label,
  nextPage,
  note,
  type Paging,
  previousPage,
  primary,
  text,
  tight,
} from '../kit/kit.ts';
import type { CandidateRow } from './views.ts';

export interface OverviewView extends Paging {
  readonly round: string;
  readonly roundName: string;
  readonly council: string;
  readonly summary: string;
  readonly sessions: readonly (Entry & { readonly session: string })[];
  readonly hasSessions: boolean;
  readonly listHeading: string;
  readonly rows: readonly CandidateRow[];
  readonly hasRows: boolean;
  readonly canRecord: boolean;
}

export const overviewCard = defineCard('council.overview', (t, view: OverviewView) => {
  const { round } = view;
  const leaf = { view, verb: 'council.show', data: { round } };
  return {
    body: [
      header(t),
      text(view.roundName, bold),
      text(view.council, note, tight),
      text(view.summary),
      view.hasSessions && label(t.sessions, bold, far),
      view.sessions.map((row) => entry(row, act(t.open, 'council.session', { session: row.session }))),
      view.hasRows && label(view.listHeading, bold, far),
      view.rows.map((row) =>
        entry(row, row.mayOpen && act(t.read, 'dossier.read', { round, candidate: row.candidate })),
      ),
      isPaged(view) && text(t.range, note),
    ],
    actions: [
      view.canRecord && act(t.record, 'council.form', { round }, primary),
      view.canRecord && act(t.announce, 'council.agendaForm', { round }),
      previousPage(t.previous, leaf),
      nextPage(t.next, leaf),
    ],
  };
});
