import type { DateTime } from 'luxon';
import type { Plan } from '../plan/plan.ts';
import { atTime, isBeforeDeadline, isOfficeTime, nextOfficeTime } from './calendar.ts';
import {
  digestsAfter,
  type PlannedWave,
  plannedWaves,
  type WaveKind,
  type WaveRound,
  waveKinds,
  wavePrefix,
} from './planned-waves.ts';

/** A wave to send now. Recording its own id and those of `merged`, in one commit with the spread, makes it happen once. */
export interface DueWave extends PlannedWave {
  /** Other waves to the same people that go unsent because this one stands for them; to be recorded too. */
  readonly merged: readonly PlannedWave[];
}

export interface WaveQuestion {
  readonly plan: Plan;
  readonly round: WaveRound;
  /** Ids of the waves already recorded for the round, sent or merged. */
  readonly waveIds: Iterable<string>;
  readonly now: DateTime;
}

/**
 * The waves owed at `now`, at most one of each kind.
 * - Nothing before the round opens. After its deadline only what is planned after it, whatever was missed before.
 * - Only in office hours of a working day. A missed reminder waits for them, unless none are left before the deadline.
 * - After downtime the latest missed wave of a kind goes out and stands for the earlier ones. It stays unsent when another of its kind is
 *   planned later the same day; that one then stands for it.
 * - A head's reminder and a head's digest list the same people: they are never sent together, the reminder stands for the digest.
 * - A recorded wave settles every earlier one of its kind, so a plan amended in mid-round never reminds for days gone by.
 */
export function dueWaves(question: WaveQuestion): DueWave[] {
  const { plan, round, now } = question;
  if (now < round.opensAt) return [];
  const sendable = sendableKinds(question);
  if (sendable.length === 0) return [];
  const planned = livingWaves(question);
  const today = now.setZone(plan.zone).toISODate();
  const waitingOf = (kind: WaveKind) => waitingWaves(question, planned, kind);
  return sendable.flatMap((kind) => {
    const waiting = waitingOf(kind);
    const wave = waiting.at(-1);
    const alike = sameList(kind);
    const isOneToCome = planned.some((each) => alike.includes(each.kind) && each.on === today && each.at > now);
    if (!wave || isOneToCome || (kind === 'headDigest' && waitingOf('head').length > 0)) return [];
    const digests = kind === 'head' ? waitingOf('headDigest') : [];
    return [{ ...wave, merged: [...waiting.slice(0, -1), ...digests] }];
  });
}

/** The kinds that tell the same people the same. */
const sameList = (kind: WaveKind): readonly WaveKind[] =>
  kind === 'head' || kind === 'headDigest' ? ['head', 'headDigest'] : [kind];

/** When `dueWaves` may next have an answer, for a sweep that sleeps until then; undefined once nothing can follow. */
export function nextWaveAt(question: WaveQuestion): DateTime | undefined {
  const { plan, round, now } = question;
  const planned = livingWaves(question);
  const instants = planned.map((wave) => wave.at).filter((at) => at > now);
  const again = nextSendingTime(plan, now);
  const isWaiting = waveKinds.some((kind) => waitingWaves(question, planned, kind).length > 0);
  if (isWaiting && (isBeforeDeadline(again, round.deadline) || isOver(question))) instants.push(again);
  if (instants.length === 0 && !isOver(question)) instants.push(...digestsAfter(plan, round).map((wave) => wave.at));
  return instants.sort((a, b) => a.toMillis() - b.toMillis())[0];
}

const isOver = ({ round, now }: WaveQuestion): boolean => !isBeforeDeadline(now, round.deadline);

/** What was to be said before the deadline dies with it. */
const livingWaves = (question: WaveQuestion): readonly PlannedWave[] =>
  (isOver(question) ? digestsAfter : plannedWaves)(question.plan, question.round);

function waitingWaves(
  { round, waveIds, now }: WaveQuestion,
  planned: readonly PlannedWave[],
  kind: WaveKind,
): PlannedWave[] {
  const prefix = wavePrefix(round.id, kind);
  let settled = '';
  for (const id of waveIds) {
    if (id.startsWith(prefix) && id.slice(prefix.length) > settled) settled = id.slice(prefix.length);
  }
  return planned.filter((wave) => wave.kind === kind && wave.on > settled && wave.at <= now);
}

function sendableKinds({ plan, round, now }: WaveQuestion): readonly WaveKind[] {
  if (isOfficeTime(now, plan)) return waveKinds;
  const isForced = !isBeforeDeadline(nextOfficeTime(now, plan), round.deadline) && now >= openingOf(plan, now);
  return isForced ? ['staff', 'head', 'unsent'] : [];
}

/** Even a forced reminder waits for the morning. */
function nextSendingTime(plan: Plan, now: DateTime): DateTime {
  const opening = openingOf(plan, now);
  return now < opening ? opening : nextOfficeTime(now.plus({ minutes: 1 }), plan);
}

function openingOf(plan: Plan, now: DateTime): DateTime {
  return atTime(now.setZone(plan.zone), plan.calendar.officeHours.from);
}
