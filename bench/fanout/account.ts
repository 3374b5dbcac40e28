import type { Sandbox } from '../../sandbox/server/start-sandbox.ts';

/** What went over the wire between the first and the last message of the launch. */
export interface Window {
  readonly seconds: number;
  /** Messages of the launch that were stored. */
  readonly sent: number;
  /** Requests that were not for the launch: answers in chat, cards kept in step. */
  readonly others: number;
  /** Requests that the bot made in all, those included that went wrong. */
  readonly requests: number;
}

/** Keeps account of the launch as it goes over the wire. */
export function createAccount(sandbox: Sandbox, launchSummary: string) {
  let requests = 0;
  let others = 0;
  let sent = 0;
  let firstAt = 0;
  let lastAt = 0;
  let atFirst = { requests: 0, others: 0 };
  let atLast = { requests: 0, others: 0 };
  const stop = sandbox.watch((entry) => {
    if (entry.kind === 'request') {
      requests += 1;
      if (entry.operation !== 'send') others += 1;
    } else if (entry.message.summary !== launchSummary) others += 1;
    else {
      sent += 1;
      lastAt = performance.now();
      atLast = { requests, others };
      if (sent === 1) {
        firstAt = lastAt;
        atFirst = atLast;
      }
    }
  });
  return {
    stop,
    sent: () => sent,
    lastAt: () => lastAt,
    firstAt: () => firstAt,
    window: (): Window => ({
      seconds: (lastAt - firstAt) / 1000,
      sent,
      others: atLast.others - atFirst.others,
      requests: atLast.requests - atFirst.requests,
    }),
  };
}
