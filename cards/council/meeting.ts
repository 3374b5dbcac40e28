import { act, bare, bold, defineCard, header, note, primary, text } from '../kit/kit.ts';
import { attendance, dossiersInput, notesInput } from './meeting-form.ts';
import type { Choice, MeetingView } from './views.ts';

export interface RecordView extends MeetingView {
  readonly round: string;
  readonly dossiers: readonly Choice[];
  readonly chosen: string;
  readonly waiting: number;
  /** What is said when there are more dossiers than a list can hold. */
  readonly longList: string;
}

export const meetingCard = defineCard('council.meeting', (t, view: RecordView) => {
  const { round, number } = view;
  return {
    body: [
      header(t),
      text(view.roundName, bold),
      text(view.rules, note),
      attendance(t, view),
      dossiersInput(t, view),
      view.longList && text(view.longList, note),
      notesInput(t, view),
    ],
    actions: [act(t.save, 'council.record', { round, number }, primary), act(t.back, 'council.show', { round }, bare)],
  };
});
