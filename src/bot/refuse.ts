import type { Logger } from 'pino';
import type { Response } from 'restify';

const codeOf: Readonly<Record<number, string>> = {
  400: 'MALFORMED',
  401: 'UNAUTHORIZED',
  404: 'NOT_FOUND',
  405: 'METHOD_NOT_ALLOWED',
  413: 'TOO_LARGE',
  503: 'UNAVAILABLE',
};

export interface RefuseDeps {
  readonly newId: () => string;
  readonly log: Logger;
}

/** The error goes to the log, the caller gets a code and the reference to find it there. */
export function refuse({ newId, log }: RefuseDeps, res: Response, why: { status: number; error: unknown }): void {
  const { status, error } = why;
  const reference = newId().slice(-8);
  const about = { status, err: error, reference };
  if (status >= 500) log.error(about, 'request failed');
  else log.warn(about, 'request refused');
  res.send(status, { code: codeOf[status] ?? 'REFUSED', reference });
}
