import { tidy } from '../../domain/text/vietnamese.ts';
import type { Problems } from '../../pipeline/answer.ts';

const reasonLimit = 1_000;

/** What a person concerned will read. */
export function readReason(typed: string): { reason: string } | { problems: Problems } {
  const reason = tidy(typed);
  if (reason === '') return { problems: [{ code: 'DECIDE_REASON', facts: {} }] };
  return reason.length > reasonLimit
    ? { problems: [{ code: 'TOO_LONG', facts: { count: reason.length, max: reasonLimit } }] }
    : { reason };
}
