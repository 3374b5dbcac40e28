import type {
  Card,
  MemberFound,
  MembersPage,
  Message,
  Messenger,
  PostOutcome,
  Reopened,
} from '../../src/ports/messenger.ts';
import type { Address } from '../../src/records/address.ts';

/** Teams as the sender sees it: keeps what was posted, answers what it is told to. */
export function fakeMessenger() {
  const posted: { to: string; summary: string }[] = [];
  const cards: Card[] = [];
  const updated: { to: string; activityId: string; summary: string }[] = [];
  const removed: { to: string; activityId: string }[] = [];
  const reopened: string[] = [];
  const reopenings: Reopened[] = [];
  const pages: MembersPage[] = [];
  const asked: string[] = [];
  const found: MemberFound[] = [];
  const answers: PostOutcome[] = [];
  let during = (): void => undefined;
  let hold: Promise<void> | undefined;
  const answer = (): PostOutcome => answers.shift() ?? { kind: 'sent', activityId: `m${posted.length}` };
  const messenger: Messenger = {
    post: async (address: Address, message: Message) => {
      posted.push({ to: address.owner, summary: message.summary });
      cards.push(message.card);
      await hold;
      during();
      await new Promise((resolve) => setImmediate(resolve));
      return answer();
    },
    update: async (address: Address, activityId: string, message: Message) => {
      updated.push({ to: address.owner, activityId, summary: message.summary });
      return answer();
    },
    remove: async (address: Address, activityId: string) => {
      removed.push({ to: address.owner, activityId });
      return answer();
    },
    members: async ({ teamId }, after) => {
      asked.push(`${teamId} ${after}`.trim());
      return pages.shift() ?? { kind: 'members', members: [], next: '' };
    },
    member: async ({ conversationId, userId }) => {
      asked.push(`${conversationId} ${userId}`);
      return found.shift() ?? { kind: 'gone', reason: '404' };
    },
    reopen: async (address: Address) => {
      reopened.push(address.owner);
      return reopenings.shift() ?? { kind: 'opened', conversationId: `${address.conversationId}+` };
    },
  };
  return {
    messenger,
    posted,
    /** What was posted, in the same order. */
    cards,
    updated,
    removed,
    reopened,
    /** Which pages of members were asked for, as `team after`, and which members, as `chat user`. */
    asked,
    nextMembers: (...told: MembersPage[]): void => void pages.push(...told),
    nextMember: (...told: MemberFound[]): void => void found.push(...told),
    /** What the next requests are answered with, in order. */
    next: (...outcomes: PostOutcome[]): void => void answers.push(...outcomes),
    nextReopening: (...answered: Reopened[]): void => void reopenings.push(...answered),
    /** Happens while a post is under way. */
    slow: (happens: () => void) => {
      during = happens;
    },
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
