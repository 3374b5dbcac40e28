import { oweSpread } from '../../delivery/owe/owe.ts';
import { type DueMilestone, milestoneWaveKind } from '../../domain/calendar/milestones.ts';
import { officersNow } from '../../model/people/posts-audience.ts';
import { concernsOf, milestonePeople } from '../../model/round/milestones.ts';
import type { Turn } from '../../pipeline/turn.ts';
import { stamp } from '../../ports/commit.ts';
import { create } from '../../ports/documents.ts';
import type { Change } from '../../ports/store.ts';
import { waveRecord } from '../../records/round.ts';
import type { RoundClock } from './round-clock.ts';

/**
 * The waves of the milestones that are due, and one message to everyone whom any of them concerns: it lists them all. Who that is, is
 * decided here for all at once; the page that each is sent decides again what is left to say.
 */
export async function oweMilestones(turn: Turn, clock: RoundClock, due: readonly DueMilestone[]): Promise<Change[]> {
  const [first] = due;
  if (first === undefined) return [];
  const { round, now, today } = clock;
  const waves = due.map(({ wave, milestone, kind, on }) =>
    create(waveRecord, turn.scope, wave, {
      round: round.data.round,
      kind: milestoneWaveKind(kind, milestone),
      on,
      outcome: 'sent',
      at: stamp(now),
      numbers: {},
    }),
  );
  const people = await milestonePeople(turn, { round, plan: clock.plan, at: now });
  const to = [...new Set(concernsOf(round.data, due, people).map((concern) => concern.to))];
  if (to.length === 0) {
    turn.log.info(
      { round: round.id, waves: due.map(({ wave }) => wave) },
      'a milestone is due and concerns nobody today',
    );
    return waves;
  }
  const params = {
    round: round.data.round,
    day: today,
    at: stamp(now),
    until: stamp(now.endOf('day')),
    to: to.join(' '),
  };
  return [
    ...waves,
    oweSpread(turn.scope, now, {
      cause: first.wave,
      kind: 'morning.milestones',
      audience: await officersNow(turn),
      params,
      startedBy: 'system',
    }),
  ];
}
