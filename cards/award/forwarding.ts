import { type GroundsView, groundsPart } from '../grounds.ts';
import { act, bare, bold, defineCard, header, note, pair, primary, text } from '../kit/kit.ts';
import { type PaperForm, paperInputs } from '../paper-form.ts';

export interface ForwardingView extends PaperForm, GroundsView {
  readonly round: string;
  readonly rev: string;
  readonly roundName: string;
  readonly what: string;
  readonly names: readonly Fact[];
}
interface Fact {
  readonly label: string;
  readonly value: string;
}

export const forwardingCard = defineCard('award.forwarding', (t, view: ForwardingView) => {
  const { round } = view;
  return {
    body: [
      header(t),
      text(view.roundName, bold),
      text(view.what),
      view.names.map((item) => pair(text(item.label, note), item.value)),
      groundsPart(view),
      paperInputs(t, view),
      text(t.final, bold),
    ],
    actions: [
      act(t.confirm, 'decide.forward', { round, rev: view.rev, confirm: 'yes' }, primary),
      act(t.back, 'decide.show', { round }, bare),
    ],
  };
});
