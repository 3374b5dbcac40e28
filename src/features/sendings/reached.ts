import type { Figures, OutcomeFigures } from '../../delivery/spread/figures.ts';
import type { HeldBack } from '../../model/sending/held-back.ts';
import type { Texts } from '../../ports/texts.ts';
import type { DeliveryOutcome } from '../../records/message.ts';
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

const stateTones = {
  running: 'accent',
  sending: 'accent',
  done: 'good',
  cancelled: 'attention',
  held: 'warning',
  dropped: 'default',
} as const;

/** The list of recipients may be made long before the last message has gone out. */
export function stateOf(
  texts: Texts,
  { spread }: Sending,
  { figures, heldBack }: { figures: Figures; heldBack: HeldBack },
) {
  const goes = spread.data.state === 'done' && figures.waiting > 0 ? 'sending' : spread.data.state;
  const stands = spread.data.dropped && goes !== 'cancelled' ? 'dropped' : goes;
  const state = heldBack.isAll && stands !== 'cancelled' ? 'held' : stands;
  return { state: texts.t(`words.sendings.state.${state}`), stateTone: stateTones[state] };
}
