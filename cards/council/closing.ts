import {
  act,
  bare,
  bold,
  close,
  defineCard,
  far,
  header,
  label,
  note,
  notice,
  pair,
  primary,
  stack,
  subtle,
  text,
} from '../kit/kit.ts';
import { type MinutesForm, minutesInputs } from './minutes-form.ts';
import type { Fact } from './views.ts';

export interface ClosingView extends MinutesForm {
  readonly session: string;
  /** The revision that the card shows, as text. */
  readonly rev: string;
  readonly meetingNumber: number;
  readonly meeting: string;
  readonly counts: readonly Fact[];
  readonly warnings: readonly { readonly text: string }[];
  readonly hasWarnings: boolean;
  readonly notes: readonly { readonly text: string }[];
  readonly hasNotes: boolean;
}

export const closingCard = defineCard('council.closing', (t, view: ClosingView) => {
  const { session, rev } = view;
  return {
    body: [
      header(t),
      text(view.meeting),
      view.counts.map((count) => pair(text(count.label, note), count.value)),
      view.hasWarnings && notice('warning', [view.warnings.map((warning) => text(warning.text, close))]),
      view.hasNotes && stack([view.notes.map((line) => text(line.text, subtle, close))]),
      label(t.minutes, bold, far),
      minutesInputs(t, view),
      text(t.final, bold),
    ],
    actions: [
      act(t.confirm, 'council.close', { session, rev, confirm: 'yes' }, primary),
      act(t.back, 'council.session', { session }, bare),
    ],
  };
});
