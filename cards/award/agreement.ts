import { act, bold, close, defineCard, far, header, label, note, pair, primary, text } from '../kit/kit.ts';

export interface AgreementView {
  readonly round: string;
  readonly rev: string;
  readonly roundName: string;
  readonly what: string;
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
      view.names.map((item) => pair(text(item.label, note), item.value)),
      label(t.bonus, bold, far),
      view.bonus.map((item) => text(item.text, note, close)),
      text(t.final, bold),
    ],
    actions: [
      act(t.confirm, 'decide.agree', { round, level: 'unit', rev: view.rev, confirm: 'yes' }, primary),
      act(t.back, 'decide.show', { round }),
    ],
  };
});
