import { DateTime } from 'luxon';
import type { Owing } from '../../delivery/owe/owe.ts';
import { isMissing } from '../../domain/dossier/standing.ts';
import { roundOf } from '../../model/round/round.ts';
import { readStanding } from '../../model/round/standing.ts';
import type { Turn } from '../../pipeline/turn.ts';
import type { Person } from '../../records/person.ts';
import type { Loaded } from '../../records/record.ts';
import { roundOpened } from '../campaign/refs.ts';

/**
 * Instead of the first reminder that falls into a leave: once a round, that nothing is required meanwhile. Whoever was on leave as the round
 * opened has read it then; whoever comes back is reminded like everyone.
 */
export async function oweLeaveWord(turn: Turn, round: string, person: Loaded<Person>): Promise<Owing | undefined> {
  const { opened } = (await roundOf(turn, round)).data;
  const openedOn = DateTime.fromISO(opened.at, { zone: turn.plan.zone }).toFormat('yyyy-MM-dd');
  const { statusFrom, roles } = person.data;
  if (statusFrom === null || statusFrom <= openedOn) return undefined;
  const standing = await readStanding(turn, round, { id: person.id, roles, presence: 'active' });
  if (!isMissing(standing)) return undefined;
  return { to: person.id, kind: 'round.leave', show: roundOpened.ref({ round }), subject: `leave:${round}`, rev: 1 };
}
