import { DateTime } from 'luxon';
import { opinersOf } from '../../model/dossier/opiners.ts';
import { reviewQueue } from '../../model/dossier/refs.ts';
import { tellMorning } from '../../model/sending/morning.ts';
import type { Turn } from '../../pipeline/turn.ts';
import { remove } from '../../ports/documents.ts';
import type { Change } from '../../ports/store.ts';
import { type Nomination, nominationRecord, type OpinionReminder } from '../../records/nomination.ts';
import type { Loaded } from '../../records/record.ts';
import { reviewAway } from './refs.ts';

/**
 * The working day before an opinion falls due, whoever gives it is reminded in the morning's message, once however many dossiers wait: it lists them
 * all. Where nobody is there who may, it is told to whoever can see to it. Looks at the dossier again, so one that has moved on reminds nobody.
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
  const reviewer = data.snapshot?.reviewerId ?? null;
  if (reviewer === null) return [];
  const { acts, told } = await opinersOf(turn, data);
  const { round } = data;
  const to = acts === null ? told : [acts];
  const section = acts === null ? reviewAway.ref({ round, reviewer }) : reviewQueue.ref({ round, soon: 'yes' });
  const subject = `opinionReminder:${round}:${acts ?? reviewer}:${due.toFormat('yyyy-MM-dd')}`;
  return tellMorning(turn, { at, subject, told: to.map((id) => ({ to: id, section })) });
}
