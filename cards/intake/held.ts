import { act, defineCard, header, text } from '../kit/kit.ts';

/** Code, name, office and day are in the words. */
export interface HeldView {
  readonly code: string;
  readonly name: string;
  readonly since: string;
  readonly round: string;
  readonly candidate: string;
}

export const heldCard = defineCard('intake.held', (t, { round, candidate }: HeldView) => ({
  body: [header(t), text(t.text), text(t.after)],
  actions: [act(t.read, 'dossier.show', { round, candidate }), act(t.help, 'help.show')],
}));
