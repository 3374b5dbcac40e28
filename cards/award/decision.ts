import { type GroundsView, groundsPart } from '../grounds.ts';
import {
  act,
  bold,
  close,
  defineCard,
  destructive,
  type Entry,
  entry,
  header,
  isPaged,
  note,
  type Paging,
  pair,
  primary,
  text,
  turnPages,
} from '../kit/kit.ts';

export interface DecisionView extends Paging, GroundsView {
  readonly decision: string;
  readonly round: string;
  readonly roundName: string;
  readonly name: string;
  readonly facts: readonly Fact[];
  readonly bonus: readonly Bonu[];
  readonly rows: readonly Row[];
  readonly canRecord: boolean;
  readonly canPublish: boolean;
  /** Signed, and nobody was told yet. */
  readonly canCorrect: boolean;
  /** The reader may agree to this revocation, or not. */
  readonly canAgree: boolean;
  readonly rev: number;
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
      groundsPart(view),
      view.bonus.map((item) => text(item.text, note, close)),
      view.rows.map((item) => entry(item, item.mayOpen && act(t.open, 'decide.case', { nomination: item.nomination }))),
      isPaged(view) && text(t.range, note),
    ],
    actions: [
      view.canRecord && act(t.record, 'decide.paper', { decision }, primary),
      view.canAgree && act(t.agree, 'decide.agreeRevocation', { decision, rev: view.rev }, destructive),
      view.canAgree && act(t.refuse, 'decide.ask', { ask: 'refuseRevocation', id: decision }),
      view.canPublish && act(t.publish, 'publish.results', { round, decision }, primary),
      view.canCorrect && act(t.correct, 'decide.paper', { decision }),
      turnPages(t, leaf),
      act(t.back, 'decide.show', { round }),
    ],
  };
});
