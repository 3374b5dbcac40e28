import { notice, type Tone, text } from '../kit/kit.ts';

/** What the writer should know before anything else: why it was sent back, by whom it was proposed; empty when there is nothing. */
export interface NoteView {
  readonly note: string;
  readonly noteTone: Tone;
}

export const noteBox = ({ note, noteTone }: NoteView) => note !== '' && notice(noteTone, [text(note)]);
