import { act, bold, close, defineCard, header, notice, text } from '../kit/kit.ts';

export interface ReceiptView {
  readonly round: string;
  readonly candidate: string;
  readonly nomination: string;
  readonly roundName: string;
  readonly name: string;
  readonly text: string;
  readonly next: string;
  readonly originals: string;
}

export const receiptCard = defineCard('nomination.receipt', (t, view: ReceiptView) => ({
  body: [
    header(t),
    text(view.name, bold, close),
    text(view.text),
    text(view.next),
    notice('emphasis', [text(view.originals)]),
  ],
  actions: [
    act(t.dossier, 'dossier.show', { round: view.round, candidate: view.candidate }),
    act(t.report, 'papers.make', { paper: 'report', of: view.nomination }),
  ],
}));
