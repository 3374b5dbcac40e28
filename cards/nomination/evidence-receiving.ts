import { act, close, defineCard, header, middle, row, stateColumn, text, wide } from '../kit/kit.ts';
import { type RefusedFiles, refusedFiles } from './refused-files.ts';

export interface EvidenceReceivingView extends RefusedFiles {
  readonly round: string;
  readonly candidate: string;
  /** Whose dossier it is; empty for the reader's own. */
  readonly whose: string;
  readonly rows: readonly { readonly name: string; readonly state: string; readonly isGoing: boolean }[];
  readonly isGoing: boolean;
  readonly isOver: boolean;
}

export const evidenceReceivingCard = defineCard('nomination.evidence-receiving', (t, view: EvidenceReceivingView) => ({
  body: [
    header(t),
    view.whose !== '' && text(view.whose),
    view.isGoing && text(t.going),
    view.isOver && text(t.over),
    view.rows.map((file) =>
      row([wide([text(file.name)]), stateColumn(file.state, file.isGoing ? 'accent' : 'emphasis', middle)], close),
    ),
    refusedFiles(t.refused, view),
  ],
  actions: [act(t.list, 'evidence.list', { round: view.round, candidate: view.candidate })],
}));
