import { type GroundsView, groundsPart } from '../grounds.ts';
import {
  act,
  asked,
  bare,
  bold,
  close,
  defineCard,
  far,
  header,
  label,
  note,
  pair,
  primary,
  stack,
  text,
  textInput,
} from '../kit/kit.ts';
import { type PaperForm, paperInputs } from '../paper-form.ts';

export interface PaperView extends PaperForm, GroundsView {
  readonly decision: string;
  readonly round: string;
  readonly roundName: string;
  readonly name: string;
  readonly names: readonly Fact[];
  readonly bonus: readonly Bonu[];
  readonly rev: number;
  /** Empty for a paper of the parent department. */
  readonly agreed: string;
  /** Why an award is taken back; empty for an award. */
  readonly reason: string;
  readonly declines: string;
  readonly hasDeclines: boolean;
  readonly declineReason: string;
}
interface Bonu {
  readonly text: string;
}
interface Fact {
  readonly label: string;
  readonly value: string;
}

export const paperCard = defineCard('award.paper', (t, view: PaperView) => {
  const { decision } = view;
  return {
    body: [
      header(t),
      text(view.roundName, bold),
      text(view.name),
      view.names.map((item) => pair(text(item.label, note), item.value)),
      view.agreed !== '' && text(view.agreed, note),
      view.reason !== '' && pair(text(t.revoking, note), view.reason),
      view.bonus.length > 0 && label(t.bonus, bold, far),
      view.bonus.map((item) => text(item.text, note, close)),
      groundsPart(view),
      paperInputs(t, view),
      view.hasDeclines &&
        stack([
          text(view.declines),
          textInput('declineReason', asked(t, 'reason'), {
            value: view.declineReason,
            maxLength: 1000,
            isMultiline: true,
          }),
        ]),
      text(t.byHand, note),
    ],
    actions: [
      act(t.save, 'decide.record', { decision, rev: view.rev }, primary),
      act(t.back, 'decide.decision', { decision }, bare),
    ],
  };
});
