import { reminderSubject } from '../../model/sending/morning.ts';
import type { Turn } from '../../pipeline/turn.ts';
import { deliveryId, deliveryRecord, spreadId, spreadRecord } from '../../records/message.ts';
import { byHandToday, type ManualKind } from './manual-wave.ts';
import { openClocks } from './open-rounds.ts';
import type { RoundClock } from './round-clock.ts';

interface Member {
  readonly id: string;
  readonly departmentId: string;
}

/**
 * Who of these has a reminder by hand of today, or is about to, whichever round it was sent for: its message speaks of every round, and nobody
 * is owed a second one on one day.
 */
export async function toldToday(
  turn: Turn,
  clock: RoundClock,
  { kind, people }: { kind: ManualKind; people: readonly Member[] },
): Promise<ReadonlySet<string>> {
  const waves = (await openClocks(turn, clock.now)).flatMap((open) => byHandToday(open, kind));
  if (waves.length === 0) return new Set();
  const subject = reminderSubject(clock.today, true);
  const idOf = ({ id }: Member): string => deliveryId(subject, 1, `remind.${kind}`, id);
  const [owed, spreads] = await Promise.all([
    turn.getMany(deliveryRecord, people.map(idOf)),
    turn.getMany(
      spreadRecord,
      waves.map(({ id }) => spreadId(id)),
    ),
  ]);
  const underWay = waves.filter(({ id }) => spreads.get(spreadId(id))?.data.state === 'running');
  const isComing = ({ id, departmentId }: Member): boolean =>
    underWay.some(({ of }) => of === '' || of === id || of === departmentId);
  return new Set(people.filter((one) => owed.has(idOf(one)) || isComing(one)).map(({ id }) => id));
}
