import { act, bare, defineCard, header, note, primary, text } from '../kit/kit.ts';
import { dossiersInput } from './meeting-form.ts';
import type { Choice } from './views.ts';

export interface AdditionView {
  readonly session: string;
  readonly rev: number;
  readonly number: number;
  readonly dossiers: readonly Choice[];
  readonly chosen: string;
  readonly hasDossiers: boolean;
  readonly waiting: number;
  readonly longList: string;
}

export const additionCard = defineCard('council.addition', (t, view: AdditionView) => {
  const { session, rev, hasDossiers } = view;
  return {
    body: [
      header(t),
      !hasDossiers && text(t.none),
      hasDossiers && dossiersInput(t, view),
      view.longList && text(view.longList, note),
    ],
    actions: [
      hasDossiers && act(t.save, 'council.add', { session, rev }, primary),
      act(t.back, 'council.session', { session }, bare),
    ],
  };
});
