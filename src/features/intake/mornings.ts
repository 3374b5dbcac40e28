import { DateTime } from 'luxon';
import { morningAfter } from '../../domain/calendar/morning.ts';
import { isOffice } from '../../domain/policy/posts.ts';
import { openedRounds } from '../../model/round/round.ts';
import type { MorningSource } from '../../pipeline/morning.ts';
import type { PageRef } from '../../records/message.ts';
import { nominationBy, nominationRecord } from '../../records/nomination.ts';
import { queuePage } from './queue.page.ts';
import { intakeQueue } from './refs.ts';

/** Dossiers that have come to the office of themselves, because no opinion was given in time. */
const passedOn: MorningSource = {
  order: 17,
  command: 'intake',
  page: queuePage,
  matters: async (turn, { person, day }) => {
    if (!isOffice(person.data)) return [];
    const told: PageRef[] = [];
    for (const { data } of await openedRounds(turn)) {
      const opined = await turn.list(nominationRecord, nominationBy.state(data.round, 'opined'));
      const isNew = opined.some(
        ({ data: { opinion, candidate } }) =>
          opinion?.kind === 'overdue' &&
          candidate.id !== person.id &&
          morningAfter(DateTime.fromISO(opinion.at), turn.plan).day === day,
      );
      if (isNew) told.push(intakeQueue.ref({ round: data.round }));
    }
    return told;
  },
};

export const intakeMornings: readonly MorningSource[] = [passedOn];
