import type { Texts } from '../../ports/texts.ts';
import { type Delivery, heldDropped } from '../../records/message.ts';

/** Reasons that we give ourselves, and those of the service in which more than its number matters. */
const known: readonly (readonly [pattern: RegExp, key: string])[] = [
  [/^not-installed$/, 'notInstalled'],
  [/^uninstalled$|BotNotInConversationRoster/, 'uninstalled'],
  [/ConversationBlockedByUser|MessageWritesBlocked/, 'blocked'],
  [/^page-failed$/, 'page'],
  [/^interrupted$/, 'interrupted'],
  [/^cancelled$/, 'cancelled'],
  [/^merged$/, 'merged'],
  [/^recall:/, 'unrecalled'],
  [/^403\b/, 'forbidden'],
  [/^404\b/, 'gone'],
  [/^413\b/, 'tooLong'],
  [/^4(00|01|05)\b/, 'rejected'],
];

/** A service's words can be long and are for whoever runs the bot; this much tells a clerk's administrator what it was. */
const codeLength = 40;

/**
 * Why a message stands as it does, as a clerk understands it; empty when there is nothing to explain.
 * @param isHeld it is held back after a restoration, until the office has chosen
 */
export function whyOf(texts: Texts, { state, reason }: Delivery, isHeld: boolean): string {
  const key = isHeld ? 'held' : keyOf(state, reason);
  if (key === '') return '';
  return texts.t(`words.sendings.why.${key}`, { code: reason.replace(/^recall:/, '').slice(0, codeLength) });
}

function keyOf(state: Delivery['state'], reason: string): string {
  const key = known.find(([pattern]) => pattern.test(reason))?.[1];
  switch (state) {
    case 'pending':
    case 'sending':
      return reason === '' ? '' : 'slow';
    case 'expired':
      return reason === heldDropped.reason ? 'dropped' : 'expired';
    case 'superseded':
      return key ?? 'settled';
    case 'ambiguous':
      return reason === '' ? '' : key === 'interrupted' ? key : 'noAnswer';
    default:
      return reason === '' ? '' : (key ?? 'other');
  }
}

/** Sent twice because nobody knew whether the first had arrived. */
export const mayHaveTwice = ({ state, doubtful }: Delivery): boolean =>
  doubtful && ['sent', 'recalling', 'recalled'].includes(state);
