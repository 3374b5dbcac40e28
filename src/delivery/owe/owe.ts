import type { DateTime } from 'luxon';
import { stamp } from '../../ports/commit.ts';
import { create } from '../../ports/documents.ts';
import type { Change } from '../../ports/store.ts';
import {
  type Audience,
  type Delivery,
  deliveryId,
  deliveryRecord,
  type PageRef,
  spreadId,
  spreadRecord,
} from '../../records/message.ts';
import { refreshId, refreshRecord } from '../../records/mirror.ts';
import type { Scope } from '../../records/record.ts';

export interface Owing {
  /** A person's id, or `channel:<purpose>`. */
  readonly to: string;
  /** The person's department, for whoever asks how many of it were told. */
  readonly department?: string;
  readonly kind: string;
  readonly show: PageRef;
  /** The record it is about and its revision after this commit: together with kind and recipient the identity of the message. */
  readonly subject: string;
  readonly rev: number;
  /** Requests that queue for one person merge under this key. */
  readonly coalesce?: string;
  /** Answers to a person's own action and requests for action go before announcements. */
  readonly urgent?: boolean;
  /** When the outcome of a send is unknown: resend once (launch, requests for action) or leave it marked (reminders, digests). */
  readonly onUnknown?: 'resendOnce' | 'leave';
  /** Not before. */
  readonly from?: DateTime;
  /** Not after: a reminder of yesterday helps nobody. */
  readonly expiresAt?: DateTime;
  readonly cause?: string;
  /** Its cause, where several things owe messages that are one sending to the office: begun by its first message (`beginSendings`). */
  readonly sending?: Sending;
}

/** What several causes owe messages to, as one thing that the office is told of. */
export interface Sending {
  readonly cause: string;
  readonly kind: string;
  readonly params: Readonly<Record<string, string>>;
}

/**
 * A message owed to one address; commit it together with what caused it.
 * @param fate other than to be sent
 */
export function owe(scope: Scope, at: DateTime, owing: Owing, fate: Partial<Delivery> = {}): Change {
  return create(deliveryRecord, scope, deliveryId(owing.subject, owing.rev, owing.kind, owing.to), {
    to: owing.to,
    department: owing.department ?? '',
    show: owing.show,
    kind: owing.kind,
    cause: owing.cause ?? owing.subject,
    coalesce: owing.coalesce ?? '',
    urgent: owing.urgent ?? false,
    onUnknown: owing.onUnknown ?? 'resendOnce',
    state: 'pending',
    doubtful: false,
    recreated: false,
    attempts: 0,
    reason: '',
    createdAt: stamp(at),
    dueAt: stamp(owing.from ?? at),
    expiresAt: owing.expiresAt === undefined ? null : stamp(owing.expiresAt),
    sentAt: null,
    answeredAt: null,
    activityId: '',
    ...fate,
  });
}

/** An effect on many people, carried out after the commit in steps that a crash resumes. */
export function oweSpread(
  scope: Scope,
  at: DateTime,
  spread: { cause: string; kind: string; audience: Audience; params: Record<string, string>; startedBy: string },
): Change {
  return create(spreadRecord, scope, spreadId(spread.cause), {
    kind: spread.kind,
    audience: spread.audience,
    params: spread.params,
    cursor: '',
    owed: 0,
    passed: 0,
    state: 'running',
    dueAt: stamp(at),
    startedBy: spread.startedBy,
    startedAt: stamp(at),
    endedAt: null,
    watchAt: null,
    seen: '',
    dropped: false,
  });
}

/**
 * The sendings that these messages are the first of: commit it with them. Their messages are owed one by one, so there is nobody to go
 * through, and only their figures are looked after.
 * @param stored what the store has under an id
 */
export async function beginSendings(
  scope: Scope,
  at: DateTime,
  { owed, stored }: { readonly owed: readonly Owing[]; readonly stored: (id: string) => Promise<unknown> },
): Promise<Change[]> {
  const sendings = new Map(owed.flatMap(({ sending }) => (sending ? [[spreadId(sending.cause), sending]] : [])));
  const now = stamp(at);
  const changes: Change[] = [];
  for (const [id, { kind, params }] of sendings) {
    if ((await stored(id)) !== undefined) continue;
    changes.push(
      create(spreadRecord, scope, id, {
        kind,
        audience: { kind: 'everyone' },
        params,
        cursor: '',
        owed: 0,
        passed: 0,
        state: 'done',
        dueAt: now,
        startedBy: 'system',
        startedAt: now,
        endedAt: now,
        watchAt: now,
        seen: '',
        dropped: false,
      }),
    );
  }
  return changes;
}

/**
 * The posted cards that show this record are out of date from this revision on.
 * @param at may be still to come: when a time limit makes them so
 * @param rev of the subject; a fresh id when something that the cards also show was changed instead
 * @param to whose cards alone; by default everybody's
 */
export function oweRefresh(scope: Scope, at: DateTime, subject: string, rev: number | string, to = ''): Change {
  const refresh = { subject, to, since: null, cursor: '', late: false, dueAt: stamp(at) };
  return create(refreshRecord, scope, refreshId(subject, rev), refresh);
}
