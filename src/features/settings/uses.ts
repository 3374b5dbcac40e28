import { DateTime } from 'luxon';
import type { Setting } from '../../domain/settings/setting.ts';
import { decisionsOf } from '../../model/council/decisions.ts';
import { submissionsOf } from '../../model/council/submissions.ts';
import { openedRounds, roundName, roundPlan } from '../../model/round/round.ts';
import type { Turn } from '../../pipeline/turn.ts';
import { sessionRecord } from '../../records/council.ts';
import { byRound } from '../../records/fields.ts';
import type { Loaded } from '../../records/record.ts';
import type { SetValue } from '../../records/settings.ts';

/** What was made by a value: an opened round by its name, or a paper by its kind, number and day. */
export interface Use {
  readonly kind: 'round' | 'decision' | 'submission' | 'minutes';
  readonly name: string;
  /** `yyyy-MM-dd` */
  readonly on: string;
  /** When it was recorded, as far as that is kept. */
  readonly at: string;
}

/**
 * What makes it too late to take a change back: a round opened under it, or a paper of its day or later, since it was made.
 * @returns undefined while there is nothing
 */
export async function useOfChange(
  turn: Turn,
  setting: Setting,
  { data: { from, set } }: Loaded<SetValue>,
): Promise<Use | undefined> {
  const setOn = DateTime.fromISO(set.at, { zone: turn.plan.zone }).toFormat('yyyy-MM-dd');
  return (await usesFrom(turn, setting, from)).find(({ on, at }) => (at === '' ? on >= setOn : at >= set.at));
}

/** Everything that is made by a value that holds from the day. */
export async function usesFrom(turn: Turn, { counts }: Setting, from: string): Promise<Use[]> {
  const uses = counts === 'round' ? await openings(turn) : await papers(turn);
  return uses.filter(({ on }) => on >= from);
}

async function openings(turn: Turn): Promise<Use[]> {
  const rounds = await openedRounds(turn);
  return Promise.all(
    rounds.map(async (round) => {
      const { at } = round.data.opened;
      const on = DateTime.fromISO(at, { zone: turn.plan.zone }).toFormat('yyyy-MM-dd');
      return { kind: 'round' as const, name: roundName(await roundPlan(turn, round), round), on, at };
    }),
  );
}

async function papers(turn: Turn): Promise<Use[]> {
  const found: Use[] = [];
  for (const { data } of await openedRounds(turn)) {
    const [decisions, submissions, sessions] = await Promise.all([
      decisionsOf(turn, data.round),
      submissionsOf(turn, data.round),
      turn.list(sessionRecord, byRound(data.round)),
    ]);
    for (const { data: paper } of decisions)
      if (paper.issuedOn !== null)
        found.push({ kind: 'decision', name: paper.number, on: paper.issuedOn, at: paper.published?.at ?? '' });
    for (const { data: paper } of submissions)
      found.push({ kind: 'submission', name: paper.number, on: paper.sentOn, at: paper.recorded.at });
    for (const { data: session } of sessions)
      if (session.minutes !== null)
        found.push({
          kind: 'minutes',
          name: session.minutes.number,
          on: session.minutes.issuedOn,
          at: session.minutes.recorded.at,
        });
  }
  return found;
}
