import { type GroundsView, groundsPart } from '../grounds.ts';
import {
  act,
  asked,
  bare,
  bold,
  byId,
  choiceInput,
  close,
  defineCard,
  far,
  header,
  label,
  note,
  pair,
  primary,
  text,
} from '../kit/kit.ts';

export interface AgreementView extends GroundsView {
  readonly round: string;
  readonly rev: string;
  readonly roundName: string;
  readonly what: string;
  /** All who wait, one by one; a long list is named in `names`, and agreed to as a whole. */
  readonly choices: readonly { readonly id: string; readonly title: string }[];
  readonly chosen: string;
  readonly names: readonly Fact[];
  readonly bonus: readonly Bonu[];
}
interface Bonu {
  readonly text: string;
}
interface Fact {
  readonly label: string;
  readonly value: string;
}

export const agreementCard = defineCard('award.agreement', (t, view: AgreementView) => {
  const { round } = view;
  return {
    body: [
      header(t),
      text(view.roundName, bold),
      text(view.what),
      view.choices.length > 0 &&
        choiceInput('agreed', asked(t, 'agreed'), {
          choices: byId(view.choices),
          value: view.chosen,
          isMultiSelect: true,
        }),
      view.names.map((item) => pair(text(item.label, note), item.value)),
      label(t.bonus, bold, far),
      view.bonus.map((item) => text(item.text, note, close)),
      groundsPart(view),
      text(t.final, bold),
    ],
    actions: [
      act(t.confirm, 'decide.agree', { round, level: 'unit', rev: view.rev, confirm: 'yes' }, primary),
      act(t.back, 'decide.show', { round }, bare),
    ],
  };
});
