import { type GroundsView, groundsPart } from '../grounds.ts';
import { act, bold, defineCard, destructive, header, medium, note, pair, text } from '../kit/kit.ts';

export interface RevokingView extends GroundsView {
  readonly decision: string;
  readonly rev: number;
  readonly name: string;
  readonly facts: readonly Fact[];
}
interface Fact {
  readonly label: string;
  readonly value: string;
}

export const revokingCard = defineCard('award.revoking', (t, view: RevokingView) => {
  const { decision, rev } = view;
  return {
    body: [
      header(t),
      text(view.name, medium, bold),
      view.facts.map((item) => pair(text(item.label, note), item.value)),
      groundsPart(view),
      text(t.final, bold),
    ],
    actions: [
      act(t.confirm, 'decide.agreeRevocation', { decision, rev, confirm: 'yes' }, destructive),
      act(t.back, 'decide.decision', { decision }),
    ],
  };
});
