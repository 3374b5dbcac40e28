import type { Message, Messenger, Outcome } from '../../src/ports/messenger.ts';
import type { Address } from '../../src/records/address.ts';

/** Teams as the sender sees it: keeps what was posted, answers what it is told to. */
export function fakeMessenger() {
  const posted: { to: string; summary: string }[] = [];
  const updated: { to: string; activityId: string; summary: string }[] = [];
  const answers: Outcome[] = [];
  let hold: Promise<void> | undefined;
  const answer = (): Outcome => answers.shift() ?? { kind: 'sent', activityId: `m${posted.length}` };
  const messenger: Messenger = {
    post: async (address: Address, message: Message) => {
      posted.push({ to: address.owner, summary: message.summary });
      await hold;
      return answer();
    },
    update: async (address: Address, activityId: string, message: Message) => {
      updated.push({ to: address.owner, activityId, summary: message.summary });
      return answer();
    },
  };
  return {
    messenger,
    posted,
    updated,
    /** What the next requests are answered with, in order. */
    next: (...outcomes: Outcome[]): void => void answers.push(...outcomes),
    /** Holds every answer back until the returned function is called. */
    stall: (): (() => void) => {
      let release = (): void => undefined;
      hold = new Promise<void>((resolve) => {
        release = resolve;
      });
      return () => {
        hold = undefined;
        release();
      };
    },
  };
}
