import type { Turn } from '../../pipeline/turn.ts';
import { decisionRecord, type Submission, submissionRecord } from '../../records/council.ts';
import { byRound } from '../../records/fields.ts';
import { type Nomination, nominationRecord } from '../../records/nomination.ts';
import type { Loaded } from '../../records/record.ts';
import { isFinal, ownLevel } from './decisions.ts';

/** What went from a round to the parent department, in the order in which it was sent. */
export async function submissionsOf(turn: Turn, round: string): Promise<Loaded<Submission>[]> {
  const all = await turn.list(submissionRecord, byRound(round));
  return all.sort((a, b) => a.data.sequence - b.data.sequence);
}

/**
 * The one that took a dossier to the parent department. None once the council considers it at the unit's own level, nor while a dossier that
 * the parent department refused is looked at again: what took it there before precedes that meeting.
 */
export const submissionOf = (
  submissions: readonly Loaded<Submission>[],
  { id, data }: Pick<Loaded<Nomination>, 'id' | 'data'>,
): Loaded<Submission> | undefined =>
  wentUp(data) ? submissions.findLast((each) => each.data.nominations.includes(id)) : undefined;

const wentUp = ({ state, hold, council }: Nomination): boolean =>
  council !== null &&
  council.level !== ownLevel &&
  ['forwarded', 'awarded', 'declinedBySo', 'revoked'].includes(state === 'onHold' ? (hold?.from ?? state) : state);

/** A published decision answers it: people were told. */
export async function isAnswered(turn: Turn, { nominations }: Submission): Promise<boolean> {
  const dossiers = await turn.getMany(nominationRecord, nominations);
  const settledBy = [...dossiers.values()].flatMap(({ data }) => data.decision ?? []);
  return [...(await turn.getMany(decisionRecord, settledBy)).values()].some(({ data }) => isFinal(data));
}
