import type { Logger } from 'pino';
import { CodedError } from '../domain/errors.ts';
import { Refusal } from '../pipeline/answer.ts';
import { StoreError } from '../ports/store.ts';
import type { Texts } from '../ports/texts.ts';

export interface SentencesDeps {
  readonly log: Logger;
  /** By which what is told can be found in the log. */
  readonly reference: () => string;
}
export type SentenceFor = (cause: unknown, t: Texts) => string;

/** Every refusal says what is wrong and what to do; what we did not foresee gets a reference that the log has too. */
export function createSentences({ log, reference: newReference }: SentencesDeps): SentenceFor {
  /** One error is logged once, however often it is put into words. */
  const references = new WeakMap<object, string>();

  return (cause, t) => {
    const error = refusalOf(cause, t);
    if (error !== undefined) {
      const all = [error, ...(error instanceof Refusal ? error.also : [])];
      const code = all.map((each) => each.code).join(', ');
      log.info({ code }, 'refused');
      return t.t('errors.withCode', {
        text: all.map((each) => t.t(`errors.${each.code}`, each.facts)).join(' '),
        code,
      });
    }
    return t.t(`errors.${failureOf(cause)}`, { reference: referenceOf(cause) });
  };

  function referenceOf(error: unknown): string {
    const key = error instanceof Object ? error : {};
    const known = references.get(key);
    if (known !== undefined) return known;
    const reference = newReference();
    references.set(key, reference);
    log.error({ err: error, reference }, 'turn failed');
    return reference;
  }
}

/** What tells the person what is wrong with what they asked; undefined for a fault, of ours or of the store. */
export function refusalOf(cause: unknown, t: Texts): CodedError | undefined {
  const error = cause instanceof StoreError ? asRefusal(cause) : cause;
  // A code without a sentence is for whoever runs the bot.
  return error instanceof CodedError && t.has(`errors.${error.code}`) ? error : undefined;
}

function asRefusal(error: StoreError): Error {
  // Another click or another person was quicker, twice. Nothing was changed by this one.
  if (error.code === 'Conflict' || error.code === 'Duplicate') return new CodedError('CONFLICT');
  // An id that no document can have: a forged card.
  return error.code === 'BadId' ? new CodedError('BAD_CARD') : error;
}

/** Whether anything was written is not known when the store is away: then nobody may say that nothing was. */
function failureOf(error: unknown): 'STORE_UNAVAILABLE' | 'STORE_TOO_NEW' | 'INTERNAL' {
  const code = error instanceof StoreError ? error.code : undefined;
  return code === 'Unavailable' ? 'STORE_UNAVAILABLE' : code === 'TooNew' ? 'STORE_TOO_NEW' : 'INTERNAL';
}
