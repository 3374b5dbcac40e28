import { act, bold, defineCard, entry, header, isPaged, note, type Paging, text, turnPages } from '../kit/kit.ts';
import type { CandidateRow } from './views.ts';

export interface AgendaView extends Paging {
  readonly agenda: string;
  readonly round: string;
  readonly roundName: string;
  readonly when: string;
  /** It takes the place of one that was sent before. */
  readonly isSentAgain: boolean;
  readonly rows: readonly CandidateRow[];
}

export const agendaCard = defineCard('council.agenda', (t, view: AgendaView) => {
  const { agenda, round } = view;
  const leaf = { view, verb: 'council.agenda', data: { agenda } };
  return {
    body: [
      header(t),
      text(view.roundName, bold),
      text(view.when, bold),
      view.isSentAgain && text(t.again, note),
      text(t.explain, note),
      view.rows.map((row) =>
        entry(row, row.mayOpen && act(t.read, 'dossier.read', { round, candidate: row.candidate, from: agenda })),
      ),
      isPaged(view) && text(t.range, note),
    ],
    actions: [turnPages(t, leaf), act(t.overview, 'council.show', { round })],
  };
});
