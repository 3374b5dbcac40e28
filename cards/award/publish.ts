import { act, bold, defineCard, type Entry, entry, header, text } from '../kit/kit.ts';

export interface PublishView {
  readonly round: string;
  readonly roundName: string;
  readonly summary: string;
  readonly rows: readonly Row[];
}
interface Row extends Entry {
  readonly decision: string;
  readonly mayOpen: boolean;
}

export const publishCard = defineCard('award.publish', (t, view: PublishView) => {
  const { round } = view;
  return {
    body: [
      header(t),
      text(view.roundName, bold),
      text(view.summary),
      view.rows.map((item) =>
        entry(item, item.mayOpen && act(t.open, 'publish.results', { round, decision: item.decision })),
      ),
    ],
    actions: [act(t.back, 'decide.show', { round })],
  };
});
