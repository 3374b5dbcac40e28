import { act, bold, close, defineCard, header, middle, narrow, notice, row, state, text, wide } from '../kit/kit.ts';

export interface EvidenceReceivingView {
  readonly round: string;
  readonly candidate: string;
  readonly rows: readonly { readonly name: string; readonly state: string; readonly isGoing: boolean }[];
  readonly isGoing: boolean;
  readonly isOver: boolean;
  readonly refused: readonly { readonly text: string }[];
  readonly hasRefused: boolean;
}

export const evidenceReceivingCard = defineCard('nomination.evidence-receiving', (t, view: EvidenceReceivingView) => ({
  body: [
    header(t),
    view.isGoing && text(t.going),
    view.isOver && text(t.over),
    view.rows.map((file) =>
      row([wide([text(file.name)]), narrow([state(file.state, file.isGoing ? 'accent' : 'emphasis')], middle)], close),
    ),
    view.hasRefused && notice('attention', [text(t.refused, bold), view.refused.map((item) => text(item.text, close))]),
  ],
  actions: [act(t.list, 'evidence.list', { round: view.round, candidate: view.candidate })],
}));
