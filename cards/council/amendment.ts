import { act, bare, bold, defineCard, header, note, primary, text } from '../kit/kit.ts';
import { attendance, notesInput } from './meeting-form.ts';
import type { MeetingView } from './views.ts';

export interface AmendmentView extends MeetingView {
  readonly session: string;
  readonly rev: number;
}

export const amendmentCard = defineCard('council.amendment', (t, view: AmendmentView) => {
  const { session, rev } = view;
  return {
    body: [header(t), text(view.roundName, bold), text(view.rules, note), attendance(t, view), notesInput(t, view)],
    actions: [
      act(t.save, 'council.amend', { session, rev }, primary),
      act(t.back, 'council.session', { session }, bare),
    ],
  };
});
