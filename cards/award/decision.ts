import {
  act,
  bold,
  close,
  defineCard,
  type Entry,
  entry,
  header,
  isPaged,
  nextPage,
  note,
  type Paging,
  pair,
  previousPage,
  primary,
  text,
} from '../kit/kit.ts';

export interface DecisionView extends Paging {
  readonly decision: string;
  readonly round: string;
  readonly roundName: string;
  readonly name: string;
  readonly facts: readonly Fact[];
  readonly bonus: readonly Bonu[];
  readonly rows: readonly Row[];
  readonly canRecord: boolean;
  readonly canPublish: boolean;
}
interface Row extends Entry {
  readonly nomination: string;
  readonly mayOpen: boolean;
}
interface Bonu {
  readonly text: string;
}
interface Fact {
  readonly label: string;
  readonly value: string;
}

export const decisionCard = defineCard('award.decision', (t, view: DecisionView) => {
  const { decision, round } = view;
  const leaf = { view, verb: 'decide.decision', data: { decision } };
  return {
    body: [
      header(t),
      text(view.roundName, bold),
      text(view.name, bold),
      view.facts.map((item) => pair(text(item.label, note), item.value)),
      view.bonus.map((item) => text(item.text, note, close)),
      view.rows.map((item) =>
        entry(item, item.mayOpen && act(t.revoke, 'decide.revocation', { nomination: item.nomination })),
      ),
      isPaged(view) && text(t.range, note),
    ],
    actions: [
      view.canRecord && act(t.record, 'decide.paper', { decision }, primary),
      view.canPublish && act(t.publish, 'publish.results', { round, decision }, primary),
      previousPage(t.previous, leaf),
      nextPage(t.next, leaf),
      act(t.back, 'decide.show', { round }),
    ],
  };
});
