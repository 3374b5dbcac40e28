import { DateTime } from 'luxon';
import { owe } from '../../delivery/owe/owe.ts';
import { nextOfficeTime } from '../../domain/calendar/calendar.ts';
import { presenceOn } from '../../domain/people/presence.ts';
import { standInsForReviewer } from '../../domain/policy/at-work.ts';
import { officers, personOf } from '../../model/people/people.ts';
import type { Deps } from '../../pipeline/context.ts';
import { commit } from '../../ports/commit.ts';
import { decode, load, remove } from '../../ports/documents.ts';
import type { Change, Stored } from '../../ports/store.ts';
import { deliveryId, type PageRef } from '../../records/message.ts';
import { type Nomination, nominationRecord, opinionReminderRecord } from '../../records/nomination.ts';
import type { Person } from '../../records/person.ts';
import type { Loaded } from '../../records/record.ts';

/**
 * The working day before an opinion falls due its reviewer is reminded, once a day however many dossiers wait: the message lists them all.
 * While the reviewer is away whoever stands in is told. Looks at the dossier again, so one that has moved on reminds nobody.
 */
export async function remindReviewer(deps: Deps, stored: Stored): Promise<void> {
  const reminder = decode(opinionReminderRecord, stored);
  const at = deps.clock.now();
  const nomination = await load(deps.store, deps.scope.unit, nominationRecord, reminder.data.nomination);
  const due = DateTime.fromISO(reminder.data.opinionDueAt, { zone: deps.plan.zone });
  const waits = nomination?.data.state === 'submitted' && nomination.data.opinionDueAt === reminder.data.opinionDueAt;
  // Once it is due the dossier goes on by itself, and that is told.
  if (nomination === undefined || !waits || at >= due) {
    await deps.store.commit(deps.scope.unit, [remove(reminder)]);
    return;
  }
  await commit({
    store: deps.store,
    scope: deps.scope,
    at,
    actor: 'system',
    command: 'review.remind',
    subject: nomination.id,
    changes: [remove(reminder), ...(await words(deps, nomination, { at, due }))],
  });
  deps.wake();
}

async function words(
  deps: Deps,
  { data }: Loaded<Nomination>,
  when: { at: DateTime; due: DateTime },
): Promise<Change[]> {
  const reviewerId = data.snapshot?.reviewerId ?? null;
  if (reviewerId === null) return [];
  const { at, due } = when;
  const changes: Change[] = [];
  for (const { to, kind, show } of await told(deps, { round: data.round, reviewerId, at })) {
    const subject = `opinionReminder:${data.round}:${reviewerId}:${due.toFormat('yyyy-MM-dd')}`;
    // Another dossier of this reviewer came first: its message lists this one too.
    if ((await deps.store.get(deps.scope.unit, deliveryId(subject, 1, kind, to))) !== undefined) continue;
    const from = nextOfficeTime(at, deps.plan);
    changes.push(owe(deps.scope, at, { to, kind, show, subject, rev: 1, from, expiresAt: due, onUnknown: 'leave' }));
  }
  return changes;
}

interface Told {
  readonly to: string;
  readonly kind: string;
  readonly show: PageRef;
}

async function told(deps: Deps, of: { round: string; reviewerId: string; at: DateTime }): Promise<Told[]> {
  const { round, reviewerId, at } = of;
  const today = at.setZone(deps.plan.zone).toFormat('yyyy-MM-dd');
  const isActive = (person: Person): boolean => presenceOn(person, today) === 'active';
  const reviewer = await personOf(deps, reviewerId);
  if (isActive(reviewer.data)) {
    const show = { page: 'review.queue', params: { round, soon: 'yes' } };
    return [{ to: reviewerId, kind: 'review.dueSoon', show }];
  }
  const actorOf = ({ id, data }: Loaded<Person>) => ({ id, roles: data.roles, departmentId: data.departmentId });
  const atWork = (await officers(deps)).filter(({ data }) => isActive(data)).map(actorOf);
  const show = { page: 'review.away', params: { round, reviewer: reviewerId } };
  return standInsForReviewer(actorOf(reviewer), atWork).map(({ id }) => ({ to: id, kind: 'review.away', show }));
}
