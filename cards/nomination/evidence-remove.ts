import { act, bold, close, defineCard, destructive, header, note, text, tight } from '../kit/kit.ts';

export interface EvidenceRemoveView {
  readonly round: string;
  readonly candidate: string;
  readonly evidence: string;
  readonly name: string;
  readonly about: string;
}

export const evidenceRemoveCard = defineCard('nomination.evidence-remove', (t, view: EvidenceRemoveView) => {
  const { evidence } = view;
  return {
    body: [header(t), text(view.name, bold, close), text(view.about, note, tight), text(t.what)],
    actions: [
      act(
        t.confirm,
        'evidence.remove',
        { round: view.round, candidate: view.candidate, evidence, confirm: 'yes' },
        destructive,
      ),
      act(t.back, 'evidence.open', { evidence }),
    ],
  };
});
