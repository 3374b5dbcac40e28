import { asked, byId, choiceInput, dateInput, type Input, textInput } from '../kit/kit.ts';
import type { List } from '../kit/list.ts';
import type { Choice, MeetingView } from './views.ts';

type MeetingWords = Parameters<typeof asked<'heldOn' | 'place' | 'present' | 'notes'>>[0];

/** When and where it was held, and who was there. */
export const attendance = (t: MeetingWords, view: MeetingView): List<Input> => [
  dateInput('heldOn', asked(t, 'heldOn'), {
    value: view.heldOn,
    min: view.earliest,
    max: view.latest,
  }),
  textInput('place', asked(t, 'place'), { value: view.place, maxLength: 200 }),
  view.asksAttendance &&
    choiceInput('present', asked(t, 'present'), {
      choices: byId(view.members),
      value: view.present,
      isMultiSelect: true,
    }),
];

export const notesInput = (t: MeetingWords, { notes }: MeetingView): Input =>
  textInput('notes', asked(t, 'notes'), { value: notes, maxLength: 2000, isMultiline: true });

/** The dossiers that are laid before the council. */
export const dossiersInput = (
  t: Parameters<typeof asked<'dossiers'>>[0],
  { dossiers, chosen }: { readonly dossiers: readonly Choice[]; readonly chosen: string },
): Input =>
  choiceInput('dossiers', asked(t, 'dossiers'), {
    choices: byId(dossiers),
    value: chosen,
    isMultiSelect: true,
  });
