import { DateTime } from 'luxon';
import { presenceOn } from '../../domain/people/presence.ts';
import { standInsForReviewer } from '../../domain/policy/at-work.ts';
import { reviewQueue } from '../../model/dossier/refs.ts';
import { officers, personOf } from '../../model/people/people.ts';
import { tellMorning } from '../../model/sending/morning.ts';
import { asActor } from '../../pipeline/actor-of.ts';
import type { Turn } from '../../pipeline/turn.ts';
import { remove } from '../../ports/documents.ts';
import type { Change } from '../../ports/store.ts';
import type { PageRef } from '../../records/message.ts';
import { type Nomination, nominationRecord, type OpinionReminder } from '../../records/nomination.ts';
import type { Person } from '../../records/person.ts';
import type { Loaded } from '../../records/record.ts';
import { reviewAway } from './refs.ts';

/**
 * The working day before an opinion falls due its reviewer is reminded in the morning's message, once however many dossiers wait: it lists them all.
 * While the reviewer is away whoever stands in is told. Looks at the dossier again, so one that has moved on reminds nobody.
 */
export async function remindReviewer(turn: Turn, reminder: Loaded<OpinionReminder>): Promise<void> {
  const at = turn.clock.now();
  const nomination = await turn.get(nominationRecord, reminder.data.nomination);
  const due = DateTime.fromISO(reminder.data.opinionDueAt, { zone: turn.plan.zone });
  const waits = nomination?.data.state === 'submitted' && nomination.data.opinionDueAt === reminder.data.opinionDueAt;
  // Once it is due the dossier goes on by itself, and that is told.
  if (nomination === undefined || !waits || at >= due) {
    turn.ride([remove(reminder)]);
    return;
  }
  turn.commit({
    command: 'review.remind',
    subject: nomination.id,
    changes: [remove(reminder), ...(await words(turn, nomination, { at, due }))],
  });
}

async function words(
  turn: Turn,
  { data }: Loaded<Nomination>,
  { at, due }: { at: DateTime; due: DateTime },
): Promise<Change[]> {
  const reviewerId = data.snapshot?.reviewerId ?? null;
  if (reviewerId === null) return [];
  const subject = `opinionReminder:${data.round}:${reviewerId}:${due.toFormat('yyyy-MM-dd')}`;
  return tellMorning(turn, { at, subject, told: await receivers(turn, { round: data.round, reviewerId, at }) });
}

/** The reviewer, or whoever stands in while they are away; each with the section of the morning's message that it is. */
async function receivers(
  turn: Turn,
  { round, reviewerId, at }: { round: string; reviewerId: string; at: DateTime },
): Promise<{ to: string; section: PageRef }[]> {
  const today = at.setZone(turn.plan.zone).toFormat('yyyy-MM-dd');
  const isActive = (person: Person): boolean => presenceOn(person, today) === 'active';
  const reviewer = await personOf(turn, reviewerId);
  if (isActive(reviewer.data)) return [{ to: reviewerId, section: reviewQueue.ref({ round, soon: 'yes' }) }];
  const atWork = (await officers(turn)).filter(({ data }) => isActive(data)).map(asActor);
  const section = reviewAway.ref({ round, reviewer: reviewerId });
  return standInsForReviewer(asActor(reviewer), atWork).map(({ id }) => ({ to: id, section }));
}
