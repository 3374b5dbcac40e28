import { createHash, timingSafeEqual } from 'node:crypto';
import type { Request, Response } from 'restify';
import type { GateRules } from './gate.ts';

/** What the process tells of itself in numbers, in the form that Prometheus reads. */
export interface Numbers {
  readonly contentType: string;
  read(): Promise<string>;
}

export interface NumbersDeps {
  readonly numbers: Numbers;
  /** Who shows it may read; without one only local mode tells, where this machine alone is answered at all. */
  readonly numbersToken: string | undefined;
  readonly rules: GateRules;
}

const hashed = (text: string): Buffer => createHash('sha256').update(text).digest();

/**
 * How busy an office is, is nobody else's business. It does not go by where a request comes from: behind a proxy that adds no header the
 * whole world comes from this machine.
 */
function mayRead({ numbersToken, rules }: NumbersDeps, authorization = ''): boolean {
  if (numbersToken === undefined) return rules.local;
  return timingSafeEqual(hashed(authorization), hashed(`Bearer ${numbersToken}`));
}

export async function answerNumbers(deps: NumbersDeps, req: Request, res: Response): Promise<void> {
  if (!mayRead(deps, req.headers.authorization)) {
    // As for what is not there: who may not read need not know that there is something.
    res.send(404, { code: 'NOT_FOUND' });
    return;
  }
  res.setHeader('content-type', deps.numbers.contentType);
  res.sendRaw(200, await deps.numbers.read());
}
