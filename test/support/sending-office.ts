import { createSender } from '../../src/delivery/send/sender.ts';
import { requestTimes } from '../../src/model/sending/request-times.ts';
import type { PostOutcome } from '../../src/ports/messenger.ts';
import { fakeMessenger } from './fake-messenger.ts';
import type { Office } from './office.ts';

/** The office with its sender: real pages, and a Teams in which conversations can be lost. */
export function sendingOffice(office: Office) {
  const teams = fakeMessenger();
  const lost = new Map<string, PostOutcome>();
  const arrived: { readonly conversation: string; readonly summary: string }[] = [];
  let ticks = 10_000;
  const sender = createSender({
    store: office.store,
    messenger: {
      ...teams.messenger,
      post: async (address, message) => {
        const outcome = lost.get(address.conversationId) ?? (await teams.messenger.post(address, message));
        if (outcome.kind === 'sent') arrived.push({ conversation: address.conversationId, summary: message.summary });
        return outcome;
      },
    },
    pages: office.pages,
    pace: {
      turn: async () => true,
      reply: async () => undefined,
      readyIn: () => 0,
      hold: () => undefined,
      close: () => undefined,
    },
    lease: { acquire: async () => true, remainingMs: () => Number.POSITIVE_INFINITY, release: async () => undefined },
    clock: office.machine.clock,
    monotonic: () => ticks,
    random: () => 0.5,
    nextRequestAt: requestTimes(office.machine, office.officeOf),
    log: office.machine.log,
    onBroken: () => undefined,
    onWorking: () => undefined,
  });
  return {
    /** What is posted to this conversation is answered so from now on. */
    lose: (conversation: string, outcome: PostOutcome): void => void lost.set(conversation, outcome),
    /** What fell due is done, and what is owed is sent; twice, for what follows from the sending. */
    send: async (): Promise<void> => {
      for (const _ of ['sent', 'and what follows']) {
        await office.runDue();
        ticks += 10_000;
        await sender.step();
        await sender.idle();
      }
    },
    /** Summaries of what has arrived in a conversation. */
    in: (conversation: string): string[] =>
      arrived.filter((each) => each.conversation === conversation).map(({ summary }) => summary),
  };
}
