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
  pair,
  primary,
  text,
  turnPages,
} from '../kit/kit.ts';

export interface DecideView extends Paging {
  readonly round: string;
  readonly roundName: string;
  readonly facts: readonly Fact[];
  readonly empty: string;
  readonly decisions: readonly Decision[];
  readonly hasDecisions: boolean;
  readonly rows: readonly Row[];
  readonly hasRows: boolean;
  readonly canAgree: boolean;
  readonly canForward: boolean;
  readonly hasForwarded: boolean;
  readonly canPublish: boolean;
}
interface Row extends Entry {
  readonly nomination: string;
  readonly mayOpen: boolean;
}
interface Decision extends Entry {
  readonly decision: string;
}
interface Fact {
  readonly label: string;
  readonly value: string;
}

export const decideCard = defineCard('award.decide', (t, view: DecideView) => {
  const { round } = view;
  const leaf = { view, verb: 'decide.show', data: { round } };
  return {
    body: [
      header(t),
      text(view.roundName, bold),
      view.facts.map((item) => pair(text(item.label, note), item.value)),
      view.empty !== '' && text(view.empty),
      view.hasDecisions && label(t.decisions, bold, far),
      view.decisions.map((item) => entry(item, act(t.open, 'decide.decision', { decision: item.decision }))),
      view.hasRows && label(t.recommended, bold, far),
      view.rows.map((item) => entry(item, item.mayOpen && act(t.read, 'decide.case', { nomination: item.nomination }))),
      isPaged(view) && text(t.range, note),
      text(t.byHand, note),
    ],
    actions: [
      view.canAgree && act(t.agree, 'decide.agree', { round, level: 'unit' }, primary),
      view.canForward && act(t.forward, 'decide.forward', { round }),
      view.hasForwarded && act(t.answers, 'decide.waiting', { round }),
      view.canPublish && act(t.publish, 'publish.show', { round }),
      turnPages(t, leaf),
    ],
  };
});
