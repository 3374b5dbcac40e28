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
  note,
  type Paging,
  primary,
  text,
  tight,
  turnPages,
} from '../kit/kit.ts';
import type { CandidateRow } from './views.ts';

export interface OverviewView extends Paging {
  readonly round: string;
  readonly roundName: string;
  readonly council: string;
  readonly summary: string;
  /** Of the meeting to come, once it was sent. */
  readonly agendas: readonly (Entry & { readonly agenda: string })[];
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
      view.agendas.length > 0 && label(t.agenda, bold, far),
      view.agendas.map((row) => entry(row, act(t.openAgenda, 'council.agenda', { agenda: row.agenda }))),
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
      !view.hasRows && act(t.todo, 'todo.show'),
      turnPages(t, leaf),
    ],
  };
});
