import type { RecordedWork } from '../../domain/calendar/by-record.ts';
import type { NominationState } from '../../domain/dossier/nomination.ts';
import type { Turn } from '../../pipeline/turn.ts';
import { sessionRecord } from '../../records/council.ts';
import { byRound } from '../../records/fields.ts';
import { nominationBy, nominationRecord } from '../../records/nomination.ts';
import type { Round } from '../../records/round.ts';
import { awaiting, decisionsOf, ownLevel } from '../council/decisions.ts';

/** What the records say about the work of a round's milestones; counts, and the few documents that the council and the decisions are. */
export async function recordedWork(
  turn: Turn,
  { round }: Pick<Round, 'round'>,
  isOver: boolean,
): Promise<RecordedWork> {
  const inState = async (...states: NominationState[]): Promise<number> => {
    const found = await Promise.all(
      states.map((state) => turn.count(nominationRecord, nominationBy.state(round, state))),
    );
    return found.reduce((sum, n) => sum + n, 0);
  };
  const [returned, unchecked, toConsider, forwarded, sessions, decisions, waiting] = await Promise.all([
    inState('returned'),
    inState('submitted', 'opined'),
    inState('accepted', 'tabled'),
    inState('forwarded', 'declinedBySo'),
    turn.list(sessionRecord, byRound(round)),
    decisionsOf(turn, round),
    awaiting(turn, round),
  ]);
  const awards = decisions.filter(({ data }) => data.kind === 'award').map(({ data }) => data);
  const unsigned = awards.filter(({ number }) => number === '').length;
  return {
    isOver,
    returned,
    unchecked,
    toConsider,
    hasSat: sessions.some(({ data }) => data.state === 'closed'),
    hasReported: awards.length > 0 || forwarded > 0,
    toDecide: waiting.own.length + unsigned,
    hasSigned: awards.some(({ level, number }) => level === ownLevel && number !== ''),
    toForward: waiting.forward.length,
    hasForwarded: forwarded > 0 || awards.some(({ level }) => level !== ownLevel),
    isPublished: awards.some(({ published }) => published !== null),
  };
}
