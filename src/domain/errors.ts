import type { DateTime } from 'luxon';

/** Values a sentence needs; the text layer writes instants out, in their own zone. Numbers are put in as they are. */
export type Facts = Readonly<Record<string, string | number | DateTime>>;

/**
 * A refusal or failure that a person is told about in their own words.
 * `code` is the key of the sentence in `locales/*.json` under `errors`; it is stable and appears in logs and answers.
 */
export class CodedError extends Error {
  constructor(
    readonly code: string,
    readonly facts: Facts = {},
  ) {
    super(code);
    this.name = 'CodedError';
  }
}

type FaultCode =
  | ('UNKNOWN_UNIT' | 'UNKNOWN_PAGE' | 'UNKNOWN_SPREAD')
  | ('DAMAGED_FILE' | 'DATA_REPLACED' | 'SECRET_LOST' | 'NOT_HERE')
  | ('PLAIN_ADDRESS' | 'WEAK_CONSISTENCY' | 'NO_CONTAINER' | 'OTHER_CONTAINER');

/**
 * What should not be: a fault of ours, of what the bot was given to work with, or data of another release. Nobody is told but by a reference to the log. It is no `CodedError`: that
 * one means "nothing to send" where nobody is asking, and a message must not be dropped in silence because its page has no home.
 */
export class Fault extends Error {
  constructor(
    readonly code: FaultCode,
    detail: string,
  ) {
    super(`${code}: ${detail}`);
    this.name = 'Fault';
  }
}
