import type { NominationState } from '../../domain/dossier/nomination.ts';
import type { Tone } from '../../screens/tone.ts';

const tones: Readonly<Partial<Record<NominationState, Tone>>> = {
  opined: 'accent',
  returned: 'warning',
  onHold: 'attention',
  lapsed: 'warning',
  accepted: 'good',
  tabled: 'good',
  recommended: 'good',
  forwarded: 'good',
};

/** Container style of a state's chip in the office's lists: accent is what waits for the office. */
export const stateTone = (state: NominationState): Tone => tones[state] ?? 'emphasis';
