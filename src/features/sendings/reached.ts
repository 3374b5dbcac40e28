import type { Figures, OutcomeFigures } from '../../delivery/spread/figures.ts';
import type { DeliveryOutcome } from '../../records/message.ts';
import type { Texts } from '../../screens/texts.ts';
import type { Sending } from './listed.ts';

/** Who has it, so far as anybody can tell. */
export const reachedOf = (figures: OutcomeFigures): number => figures.delivered + figures.answered;
/** Who certainly does not have it though it was tried. */
export const unreachedOf = (figures: OutcomeFigures): number => figures.unreachable + figures.refused;

type Tone = 'good' | 'warning' | 'attention' | 'accent' | 'default';
export const toneOf: Readonly<Record<DeliveryOutcome, Tone>> = {
  delivered: 'good',
  answered: 'good',
  ambiguous: 'warning',
  unreachable: 'warning',
  refused: 'attention',
  waiting: 'accent',
  dropped: 'default',
  recalled: 'default',
};

const stateTones = { running: 'accent', sending: 'accent', done: 'good', cancelled: 'attention' } as const;

/** The list of recipients may be made long before the last message has gone out. */
export function stateOf(texts: Texts, { spread }: Sending, figures: Figures) {
  const state = spread.data.state === 'done' && figures.waiting > 0 ? 'sending' : spread.data.state;
  return { state: texts.t(`words.sendings.state.${state}`), stateTone: stateTones[state] };
}
