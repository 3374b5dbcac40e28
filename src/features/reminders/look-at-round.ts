import { DateTime } from 'luxon';
import { owe, oweRefresh } from '../../delivery/owe/owe.ts';
import { type DueWave, dueWaves, nextWaveAt } from '../../domain/calendar/due-waves.ts';
import { dueMilestones, nextMilestoneAt } from '../../domain/calendar/milestones.ts';
import type { PlannedWave } from '../../domain/calendar/planned-waves.ts';
import { channelOf } from '../../model/sending/channels.ts';
import type { Turn } from '../../pipeline/turn.ts';
import { stamp } from '../../ports/commit.ts';
import { create, replace } from '../../ports/documents.ts';
import type { Change } from '../../ports/store.ts';
import { channelOwner } from '../../records/address.ts';
import type { Loaded } from '../../records/record.ts';
import { type Round, roundRecord, type Wave, waveRecord } from '../../records/round.ts';
import { digestKind, digestReport } from './digest.ts';
import { oweMilestones } from './owe-milestones.ts';
import { oweReminder } from './owe-reminder.ts';
import { remindersDigest } from './refs.ts';
import { type RoundClock, roundClock, worthUntil } from './round-clock.ts';

/**
 * The calendar's look at one round: what is owed by now goes out, each wave once, and the next look is set, in one
 * transaction. A second look at the same instant finds every wave recorded; two at once conflict on the round.
 */
export async function lookAtRound(turn: Turn, round: Loaded<Round>): Promise<void> {
  const clock = await roundClock(turn, round, turn.clock.now());
  const due = dueWaves(clock.question);
  const milestones = dueMilestones(clock.milestones);
  const settled = [
    ...due.flatMap((wave) => [wave, ...wave.merged]).map(({ id }) => id),
    ...milestones.map((m) => m.wave),
  ];
  const next = nextLookAt(clock, settled);
  const looked = replace(roundRecord, round, { ...round.data, nextLookAt: next === undefined ? null : stamp(next) });
  if (settled.length === 0) {
    turn.ride([looked]);
    return;
  }
  const waves: Change[] = [];
  for (const wave of due) waves.push(...(await waveChanges(turn, clock, wave)));
  waves.push(...(await oweMilestones(turn, clock, milestones)));
  turn.commit({
    command: 'calendar.remind',
    subject: round.id,
    facts: { waves: settled.join(' ') },
    changes: [...waves, looked, oweRefresh(turn.scope, clock.now, round.id, round.rev + 1)],
  });
}

/** The soonest of reminders and milestones; the milestones go on after the deadline. */
function nextLookAt({ question, milestones }: RoundClock, settled: readonly string[]): DateTime | undefined {
  const waveIds = [...question.waveIds, ...settled];
  const instants = [nextWaveAt({ ...question, waveIds }), nextMilestoneAt({ ...milestones, waveIds })];
  return DateTime.min(...instants.filter((at) => at !== undefined));
}

/** An empty digest is recorded and not sent. Whether a reminder has anything to say is decided person by person. */
async function waveChanges(turn: Turn, clock: RoundClock, wave: DueWave): Promise<Change[]> {
  const how =
    wave.kind === 'officeDigest'
      ? await digestReport(turn, clock, wave.id)
      : ({ outcome: 'sent', numbers: {} } as const);
  return [
    create(waveRecord, turn.scope, wave.id, recordOf(clock, wave, how)),
    ...wave.merged.map((missed) =>
      create(waveRecord, turn.scope, missed.id, recordOf(clock, missed, { outcome: 'merged', numbers: {} })),
    ),
    ...(how.outcome === 'sent' ? [await message(turn, clock, wave)] : []),
  ];
}

const recordOf = (clock: RoundClock, wave: PlannedWave, how: Pick<Wave, 'outcome' | 'numbers'>): Wave => ({
  round: wave.roundId,
  kind: wave.kind,
  on: wave.on,
  at: stamp(clock.now),
  ...how,
});

/** The digest goes to the office's channel; where none is bound, or the service says that it is gone, to the office's people. */
async function message(turn: Turn, clock: RoundClock, wave: DueWave): Promise<Change> {
  const channel = channelOwner('office');
  if (wave.kind === 'officeDigest' && (await channelOf(turn, 'office')).state === 'open') {
    return owe(turn.scope, clock.now, {
      to: channel,
      kind: digestKind,
      show: remindersDigest.ref({ round: wave.roundId, day: clock.today, wave: wave.id }),
      subject: wave.id,
      rev: 1,
      onUnknown: 'leave',
      expiresAt: worthUntil(clock),
    });
  }
  return oweReminder(turn, clock, { wave: wave.id, kind: wave.kind, startedBy: 'system', form: '' });
}
