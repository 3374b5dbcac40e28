import {
  act,
  asked,
  bare,
  bold,
  close,
  dateInput,
  defineCard,
  header,
  label,
  note,
  notice,
  pair,
  primary,
  row,
  small,
  text,
  textInput,
  wide,
} from '../kit/kit.ts';

export interface MeetingView {
  readonly round: string;
  readonly rev: string;
  readonly roundName: string;
  readonly department: string;
  readonly hasStored: boolean;
  readonly stored: readonly Fact[];
  readonly hasStoredNotes: boolean;
  readonly storedNotes: string;
  readonly heldOn: string;
  readonly present: string;
  readonly total: string;
  readonly chair: string;
  readonly secretary: string;
  readonly notes: string;
}
interface Fact {
  readonly label: string;
  readonly value: string;
}

export const meetingCard = defineCard('review.meeting', (t, view: MeetingView) => {
  const { round } = view;
  return {
    body: [
      header(t),
      text(view.department, bold, close),
      text(t.explain, close),
      view.hasStored &&
        notice('warning', [
          text(t.stored, small, bold),
          view.stored.map((item) => pair(label(item.label, note), item.value)),
          view.hasStoredNotes && text(view.storedNotes, small, close),
        ]),
      dateInput('heldOn', asked(t, 'heldOn'), { value: view.heldOn }),
      row([
        wide([
          textInput('present', { label: t.present, errorMessage: t.countError }, { value: view.present, maxLength: 5 }),
        ]),
        wide([textInput('total', { label: t.total, errorMessage: t.countError }, { value: view.total, maxLength: 5 })]),
      ]),
      textInput('chair', { label: t.chair, errorMessage: t.nameError }, { value: view.chair, maxLength: 200 }),
      textInput(
        'secretary',
        { label: t.secretary, errorMessage: t.nameError },
        { value: view.secretary, maxLength: 200 },
      ),
      textInput('notes', asked(t, 'notes'), { value: view.notes, maxLength: 4000, isMultiline: true }),
    ],
    actions: [
      act(t.save, 'meeting.record', { round, rev: view.rev }, primary),
      act(t.back, 'collective.show', { round }, bare),
    ],
  };
});
