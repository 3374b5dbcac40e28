import { act, bare, defineCard, header, note, primary, text } from '../kit/kit.ts';
import { dossiersInput } from './meeting-form.ts';
import type { Choice } from './views.ts';

export interface AllView {
  readonly session: string;
  /** The revision that the card shows, as text. */
  readonly rev: string;
  readonly number: number;
  readonly explain: string;
  readonly dossiers: readonly Choice[];
  readonly chosen: string;
}

export const allCard = defineCard('council.all', (t, view: AllView) => ({
  body: [header(t), text(view.explain, note), dossiersInput(t, view)],
  actions: [
    act(t.save, 'council.saveAll', { session: view.session, rev: view.rev }, primary),
    act(t.back, 'council.session', { session: view.session }, bare),
  ],
}));
