import { z } from 'zod';
import { isInputId } from '../../cards/kit/input-ids.ts';
import { CodedError } from '../domain/errors.ts';
import type { Actor } from '../domain/policy/actor.ts';
import { isBroken, legible, tidy } from '../domain/text/vietnamese.ts';
import type { Typed } from '../ports/pages.ts';
import type { PageRef } from '../records/message.ts';
import { Refusal } from './answer.ts';
import type { Ctx } from './context.ts';

const reasonLimit = 1_000;

/** Of a verb that asks first: `yes` comes from the card that says what will happen, and nothing opens that card. */
export const confirmation = z
  .enum(['', 'yes'])
  .default('')
  .transform((said) => said === 'yes');

const said = z.union([z.string(), z.number()]).transform(String);
/** The revision of the record that a card showed. */
export const revision = said.pipe(z.string().regex(/^\d+$/));
/** The same of a verb that asks first, and of cards drawn from several records: empty until there is a card that showed something. */
export const version = said.default('');

/** Data of a card that asks for several things of one kind: besides what it knows of itself only inputs with such names. */
export const withInputs = <S extends z.ZodRawShape>(known: S, name: RegExp, text = z.string()) =>
  z
    .object(known)
    .catchall(text)
    .check(({ value, issues }) => {
      const keys = Object.keys(value).filter((key) => !(key in known) && !name.test(key));
      if (keys.length > 0) issues.push({ code: 'unrecognized_keys', keys, input: value });
    });

/** Whether the card showed the record as it now is. */
export const showsNow = (shown: string, { rev }: { readonly rev: number }): boolean => shown === String(rev);
/** Whether the card showed the record as it was before its last change: the second of two clicks looks like this. */
export const showedBefore = (shown: string, { rev }: { readonly rev: number }): boolean => shown === String(rev - 1);

/** How much of the text around lost letters is shown, so that they are found. */
const aroundBroken = 12;

/**
 * What came with a click, at the door: no text that a command gets has half characters or control characters in it.
 * @throws CodedError TEXT_BROKEN {near} when letters of a typed text were lost; the card keeps what was typed
 */
export function legibleData(data: unknown): unknown {
  if (data === null || typeof data !== 'object' || Array.isArray(data)) return data;
  return Object.fromEntries(
    Object.entries(data).map(([name, value]) => {
      if (typeof value !== 'string') return [name, value];
      const text = legible(value);
      if (isInputId(name) && isBroken(text)) throw new CodedError('TEXT_BROKEN', { near: aroundLoss(text) });
      return [name, text];
    }),
  );
}

function aroundLoss(text: string): string {
  const letters = [...text];
  const at = letters.findIndex(isBroken);
  return letters.slice(Math.max(0, at - aroundBroken), at + aroundBroken).join('');
}

/** @throws CodedError with this code unless the person may */
export function requireMay(ctx: Ctx, may: (actor: Actor) => boolean, code: string): void {
  if (!may(ctx.actor)) throw new CodedError(code);
}

/** What the rules refuse leads back to where the person can go on, with what was typed. @throws Refusal instead of CodedError */
export async function refusedBackTo<T>(back: { show: PageRef; typed?: Typed }, rule: () => T | Promise<T>): Promise<T> {
  try {
    return await rule();
  } catch (error) {
    // A refusal knows its own way back.
    if (!(error instanceof CodedError) || error instanceof Refusal) throw error;
    throw new Refusal(error.code, { facts: error.facts, ...back });
  }
}

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
