import {
  about,
  accent,
  act,
  bold,
  close,
  defineCard,
  header,
  isPaged,
  note,
  notice,
  opens,
  primary,
  ruled,
  stack,
  text,
  tight,
  turnPages,
} from '../kit/kit.ts';

export interface EvidenceListView {
  readonly round: string;
  readonly candidate: string;
  readonly name: string;
  readonly roundName: string;
  readonly count: string;
  readonly rows: readonly Row[];
  readonly isEmpty: boolean;
  /** Something is there that only its writers may read so far. */
  readonly isWithheld: boolean;
  readonly without: string;
  readonly hasWithout: boolean;
  readonly isWritable: boolean;
  /** Why its writer can change nothing any more; empty otherwise. */
  readonly closed: string;
  /** Pieces without a criterion, which can still be given one. */
  readonly hasLoose: boolean;
  /** The reader may see who has opened the pieces. */
  readonly mayTrace: boolean;
  readonly range: string;
  readonly hasPrevious: boolean;
  readonly hasNext: boolean;
  readonly previous: string;
  readonly next: string;
}
interface Row {
  readonly evidence: string;
  /** Shown above the first piece of each criterion. */
  readonly group: string;
  readonly startsGroup: boolean;
  readonly name: string;
  readonly about: string;
}

export const evidenceListCard = defineCard('nomination.evidence-list', (t, view: EvidenceListView) => {
  const { round, candidate } = view;
  const leaf = { view, verb: 'evidence.list', data: { round, candidate } };
  return {
    body: [
      header(t),
      text(view.name, bold, close),
      text(view.count, note, tight),
      view.isWritable && notice('emphasis', [text(t.how), text(t.warning, bold, close)]),
      view.closed !== '' && text(view.closed, note),
      view.isEmpty && text(t.empty),
      view.isWithheld && notice('emphasis', [text(t.withheld)]),
      view.rows.map((item) =>
        stack(
          [item.startsGroup && text(item.group, bold), text(item.name, accent, close), text(item.about, note, tight)],
          close,
          item.startsGroup && ruled,
          opens(about(act(t.open, 'evidence.open', { evidence: item.evidence }), `${item.name}, ${item.about}`)),
        ),
      ),
      view.hasWithout && text(view.without, note, ruled),
      isPaged(view) && text(view.range, note),
    ],
    actions: [
      view.hasLoose && act(t.sort, 'evidence.loose', { round, candidate }, primary),
      view.isWritable && act(t.add, 'evidence.add', { round, candidate }),
      turnPages(t, leaf),
      view.mayTrace && act(t.looks, 'privacy.looks', { round, candidate }),
      act(t.dossier, 'dossier.show', { round, candidate }),
    ],
  };
});
