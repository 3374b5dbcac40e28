import type { FaultRule, Operation } from '../shared/types.ts';
import { type Faults, faultAnswers } from './faults.ts';
import { type Answer, answerOf, type Exchange, type Handler, HttpProblem } from './http.ts';
import type { Ledger } from './ledger.ts';
import type { Rates } from './rates.ts';

type Parts = {
  faults: Faults;
  rates: Rates;
  ledger: Ledger;
  enforceRates: () => boolean;
  stirred: (conversationId: string, change: 1 | -1) => void;
};

/** What stands before every connector call: faults first, then the rate tables, then the call, then the count. */
export function createConnectorGuard({ faults, rates, ledger, enforceRates, stirred }: Parts) {
  return (operation: Operation, threadOf: (exchange: Exchange) => string, handle: Handler): Handler =>
    async (exchange) => {
      const thread = threadOf(exchange);
      stirred(thread, 1);
      try {
        const answer = await serve(operation, thread, () => handle(exchange));
        const { method = '', url: target = '' } = exchange.request;
        const { status, body: given } = answer ?? { status: 0 };
        ledger.request({ operation, status, method, target, body: exchange.body, answer: given });
        if (!answer) exchange.request.socket.destroy();
        return answer;
      } finally {
        stirred(thread, -1);
      }
    };

  /** Nothing: the connection is to be cut. */
  async function serve(
    operation: Operation,
    thread: string,
    call: () => ReturnType<Handler>,
  ): Promise<Answer | undefined> {
    const fault = faults.strike(operation);
    const refusal = fault && faultAnswers[fault.kind];
    const refused = refusal && refuse({ ...refusal, message: 'Injected fault.' }, retryAfterOf(fault));
    if (refused && !fault.after) {
      if (refused.status === 429) ledger.throttled('byFault');
      return refused;
    }
    if (fault?.kind === 'reset') return undefined;
    if (fault?.kind === 'slow') await new Promise((resolve) => setTimeout(resolve, fault.delay ?? 0));

    const wait = rates.take(operation, thread, enforceRates() ? 'accepted' : 'always');
    if (wait > 0) ledger.overRate();
    if (wait > 0 && enforceRates()) {
      ledger.throttled('byRate');
      return refuse({ status: 429, code: 'Throttled', message: 'Too many requests.' }, String(Math.ceil(wait)));
    }
    const answer = await attempt(call);
    // Carried out, but the bot will never know.
    return fault?.kind === 'lostResponse' ? undefined : (refused ?? answer);
  }
}

/** Seconds, or a date by the clock of the wall: proxies write dates, and no proxy knows the movable clock. */
function retryAfterOf({ retryAfter, retryAfterAs }: FaultRule): string | undefined {
  if (retryAfter === undefined) return undefined;
  return retryAfterAs === 'date' ? new Date(Date.now() + retryAfter * 1000).toUTCString() : String(retryAfter);
}

function refuse(why: { status: number; code: string; message: string }, retryAfter: string | undefined): Answer {
  const { status, ...error } = why;
  return {
    status,
    body: { error },
    ...(retryAfter === undefined ? {} : { headers: { 'retry-after': retryAfter } }),
  };
}

async function attempt(call: () => ReturnType<Handler>): Promise<Answer | undefined> {
  try {
    return await call();
  } catch (cause) {
    if (cause instanceof HttpProblem) return answerOf(cause);
    throw cause;
  }
}
