import { act, bold, close, defineCard, header, note, notice, pair, primary, text } from '../kit/kit.ts';

export interface PreviewView {
  readonly decision: string;
  readonly round: string;
  readonly rev: number;
  readonly name: string;
  readonly facts: readonly Fact[];
  readonly warnings: readonly Warning[];
  readonly hasWarnings: boolean;
}
interface Warning {
  readonly text: string;
}
interface Fact {
  readonly label: string;
  readonly value: string;
}

export const previewCard = defineCard('award.preview', (t, view: PreviewView) => {
  const { round } = view;
  return {
    body: [
      header(t),
      text(view.name, bold),
      view.facts.map((item) => pair(text(item.label, note), item.value)),
      view.hasWarnings && notice('warning', [view.warnings.map((item) => text(item.text, close))]),
      text(t.final, bold),
    ],
    actions: [
      act(t.confirm, 'publish.results', { round, decision: view.decision, rev: view.rev, confirm: 'yes' }, primary),
      act(t.back, 'publish.show', { round }),
    ],
  };
});
