/** One line of the doctor's: what was looked at, how it is, and what to do about it. */
export interface Finding {
  readonly about: string;
  /** `warn`: it works, and something will not; `fail`: it does not work. */
  readonly state: 'ok' | 'warn' | 'fail';
  readonly says: string;
  /** Empty where nothing has to be done. */
  readonly do: string;
}

export const ok = (about: string, says: string): Finding => ({ about, state: 'ok', says, do: '' });
export const warn = (about: string, says: string, what: string): Finding => ({ about, state: 'warn', says, do: what });
export const fail = (about: string, says: string, what: string): Finding => ({ about, state: 'fail', says, do: what });

export const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
