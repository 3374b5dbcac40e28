import { DateTime } from 'luxon';
import { morningAfter } from '../../domain/calendar/morning.ts';
import { opinionRemindedAt } from '../../domain/calendar/opinion.ts';
import { presenceOn } from '../../domain/people/presence.ts';
import type { Actor } from '../../domain/policy/actor.ts';
import { isOfficer } from '../../domain/policy/posts.ts';
import { reviewQueue } from '../../model/dossier/refs.ts';
import { dossiersOf } from '../../model/dossier/tell.ts';
import { openedRounds } from '../../model/round/round.ts';
import { asActor } from '../../pipeline/actor-of.ts';
import type { MorningSource } from '../../pipeline/morning.ts';
import type { Turn } from '../../pipeline/turn.ts';
import type { PageRef } from '../../records/message.ts';
import type { Nomination } from '../../records/nomination.ts';
import { awayPage } from './away.page.ts';
import { listOf, type ReviewList, reviewedBy, unattended } from './my-dossiers.ts';
import { opinionPage } from './notice.page.ts';
import { queuePage } from './queue.page.ts';
import { reviewAway, reviewOpinion } from './refs.ts';

/** Whether an opinion falls due on the next working day, or today. */
function isSoon({ plan }: Turn, at: DateTime, { opinionDueAt }: Nomination): boolean {
  if (opinionDueAt === null) return false;
  const due = DateTime.fromISO(opinionDueAt, { zone: plan.zone });
  return opinionRemindedAt(due, plan) <= at && at < due;
}

/** Rounds in which one of a list of this reviewer's is such. */
async function roundsWith(
  turn: Turn,
  { reviewer, list, is }: { reviewer: Actor; list: ReviewList; is: (dossier: Nomination) => boolean },
): Promise<string[]> {
  const found: string[] = [];
  for (const { data } of await openedRounds(turn)) {
    const all = await reviewedBy(turn, { round: data.round, reviewer });
    if (listOf(all, list, reviewer).some((dossier) => is(dossier.data))) found.push(data.round);
  }
  return found;
}

/** Whether it went on without an opinion, and that is told on this day. */
const wentOnBy = ({ plan }: Turn, { opinion }: Nomination, day: string): boolean =>
  opinion?.kind === 'overdue' && morningAfter(DateTime.fromISO(opinion.at), plan).day === day;

const dueSoon: MorningSource = {
  order: 14,
  command: 'review',
  page: queuePage,
  matters: async (turn, { person, at, day }) => {
    if (!isOfficer(person.data) || presenceOn(person.data, day) !== 'active') return [];
    const is = (dossier: Nomination): boolean => isSoon(turn, at, dossier);
    const rounds = await roundsWith(turn, { reviewer: asActor(person), list: 'waiting', is });
    return rounds.map((round) => reviewQueue.ref({ round, soon: 'yes' }));
  },
};

/** Of somebody who is away while nobody is there to act for them, to whoever can see to it. */
const away: MorningSource = {
  order: 15,
  command: 'progress',
  page: awayPage,
  matters: async (turn, { person, at }) => {
    if (!isOfficer(person.data)) return [];
    const told = new Map<string, PageRef>();
    for (const { data } of await openedRounds(turn)) {
      for (const { reviewer, dossiers } of await unattended(turn, data.round))
        if (dossiers.some(({ data: n, opiners }) => isSoon(turn, at, n) && opiners.told.includes(person.id)))
          told.set(`${data.round} ${reviewer}`, reviewAway.ref({ round: data.round, reviewer }));
    }
    return [...told.values()];
  },
};

/** Dossiers that went on without the reader's opinion. */
const overdue: MorningSource = {
  order: 16,
  command: 'review',
  page: queuePage,
  matters: async (turn, { person, day }) => {
    if (!isOfficer(person.data)) return [];
    const is = (dossier: Nomination): boolean => wentOnBy(turn, dossier, day);
    const rounds = await roundsWith(turn, { reviewer: asActor(person), list: 'overdue', is });
    return rounds.map((round) => reviewQueue.ref({ round, list: 'overdue' }));
  },
};

/** The reader's own dossier went on without one. */
const opinion: MorningSource = {
  order: 46,
  command: 'dossier',
  page: opinionPage,
  matters: async (turn, { person, day }) => {
    const told: PageRef[] = [];
    for (const round of await openedRounds(turn)) {
      for (const { id, data } of await dossiersOf(turn, round.data.round, person))
        if (wentOnBy(turn, data, day)) told.push(reviewOpinion.ref({ nomination: id }));
    }
    return told;
  },
};

export const reviewMornings: readonly MorningSource[] = [dueSoon, away, overdue, opinion];
