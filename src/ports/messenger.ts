import type { Address } from '../records/address.ts';
import type { Team } from '../records/team.ts';

/** An Adaptive Card as it goes on the wire. */
export type Card = Readonly<Record<string, unknown>>;

export interface Message {
  readonly card: Card;
  /** The words of the notification. */
  readonly summary: string;
}

/** What is known after a try to post. Only `retry` may be repeated without risk of a second copy. */
export type PostOutcome =
  | { readonly kind: 'sent'; readonly activityId: string }
  /** Not delivered, try again (412, 429, 503, connection refused); `afterMs` when the service says how long. */
  | { readonly kind: 'retry'; readonly reason: string; readonly afterMs?: number }
  /** May or may not have been delivered (timeout, reset, 408, 502, 504; 500, which is never resent). */
  | { readonly kind: 'unknown'; readonly reason: string; readonly mayResend: boolean }
  /** The person has not installed the app, or blocked it (403). */
  | { readonly kind: 'unreachable'; readonly reason: string }
  /** The conversation, or the message that was to be changed, is there no more (404). */
  | { readonly kind: 'gone'; readonly reason: string }
  /** The message itself is wrong (400, 413). */
  | { readonly kind: 'refused'; readonly reason: string }
  /** Our credential or the app as a whole is refused (401, disabled by the administrator): nothing else will pass. */
  | { readonly kind: 'broken'; readonly reason: string };

/** Posts cards proactively. Never throws for what the service answers; never retries by itself. */
export interface Messenger {
  post(address: Address, message: Message): Promise<PostOutcome>;
  /** Replaces a posted card silently; idempotent. */
  update(address: Address, activityId: string, message: Message): Promise<PostOutcome>;
  /** Takes a posted message back; idempotent. */
  remove(address: Address, activityId: string): Promise<PostOutcome>;
  /** Opens the conversation with a person anew, for when the one that we know is gone. Posts nothing. */
  reopen(address: Address): Promise<Reopened>;
  /**
   * Who is in a team, a page at a time.
   * @param after where the page begins, as the page before has told; empty for the first
   */
  members(team: Pick<Team, 'teamId' | 'serviceUrl'>, after: string): Promise<MembersPage>;
  /** Somebody who is in the conversation, by their `29:` id. */
  member(of: Pick<Address, 'conversationId' | 'serviceUrl' | 'userId'>): Promise<MemberFound>;
}

/** Of a chat, a team or one of its channels. */
export interface Member {
  /** The `29:` id. */
  readonly userId: string;
  readonly aadObjectId: string;
  /** Of another tenant, or of none. */
  readonly isGuest: boolean;
  /** What the tenant calls the account; empty when it does not say. */
  readonly name: string;
  /** The e-mail and the name to sign in with, as far as the tenant tells them of no guest; each once, in lower case. */
  readonly emails: readonly string[];
}

export type MemberFound = { readonly kind: 'member'; readonly member: Member } | NotDone;

export type MembersPage =
  | {
      readonly kind: 'members';
      /** Bots are not among them. */
      readonly members: readonly Member[];
      /** Where the next page begins; empty after the last. */
      readonly next: string;
    }
  | NotDone;

/** Why a request was not carried out, or nobody knows whether it was. */
export type NotDone = Exclude<PostOutcome, { kind: 'sent' }>;

export type Reopened = { readonly kind: 'opened'; readonly conversationId: string } | NotDone;
