import { act, bare, defineCard, destructive, header, notice, text, titled } from '../kit/kit.ts';

export interface DropView {
  readonly round: string;
  readonly candidate: string;
  readonly name: string;
  readonly paper: string;
  /** What goes: criteria and pieces of evidence. */
  readonly content: string;
}

export const dropCard = defineCard('paper.drop', (t, view: DropView) => {
  const { round, candidate } = view;
  return {
    body: [header(t), titled(view.name, view.paper), notice('attention', [text(t.text), text(t.after)])],
    actions: [
      act(t.drop, 'paper.drop', { round, candidate, confirm: 'yes' }, destructive),
      act(t.back, 'dossier.show', { round, candidate }, bare),
    ],
  };
});
