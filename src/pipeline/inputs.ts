import { tidy } from '../domain/text/vietnamese.ts';
import type { PageRef } from '../records/message.ts';
import { Refusal } from './answer.ts';

const reasonLimit = 1_000;

/**
 * A typed reason fit to keep.
 * @throws Refusal REASON_MISSING, REASON_TOO_LONG back to the form with everything that was typed
 */
export function reasonFrom(
  typed: Readonly<Record<string, string>> & { readonly reason: string },
  back: { required: boolean; form: PageRef },
): string {
  const reason = tidy(typed.reason);
  if (reason === '' && back.required) throw new Refusal('REASON_MISSING', { show: back.form, typed });
  const length = [...reason].length;
  if (length > reasonLimit)
    throw new Refusal('REASON_TOO_LONG', { facts: { length, max: reasonLimit }, show: back.form, typed });
  return reason;
}
