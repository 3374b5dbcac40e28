import { DateTime } from 'luxon';
import { addWorkingDays } from '../../domain/calendar/calendar.ts';
import { isHeldBack } from '../../model/sending/held-back.ts';
import { reminderSubject } from '../../model/sending/morning.ts';
import type { Turn } from '../../pipeline/turn.ts';
import { deliveryId, deliveryRecord, outcomeOf } from '../../records/message.ts';
import { isLastCall } from './last-call.ts';
import { openClocks } from './open-rounds.ts';
import type { RoundClock } from './round-clock.ts';

/** For so many working days a message stands for the next one like it. */
const standsFor = 2;

/** Whether something told on one day is still fresh on another; both `yyyy-MM-dd`. */
export function isFresh({ plan, today }: Pick<RoundClock, 'plan' | 'today'>, on: string): boolean {
  const until = addWorkingDays(DateTime.fromISO(on, { zone: plan.zone }), standsFor, plan);
  return on <= today && today <= until.toFormat('yyyy-MM-dd');
}

/**
 * Whether a reminder by hand reached this person in the last two working days: it replaces the calendar's, and never the other way round. The
 * last call before a deadline is replaced only by one of the same day, which says that it is the last.
 */
export async function wasRemindedByHand(
  turn: Turn,
  to: string,
  { kind, at }: { kind: 'staff' | 'head'; at: DateTime },
): Promise<boolean> {
  const clocks = await openClocks(turn, at);
  const isLast = clocks.some(isLastCall);
  const stands = (clock: RoundClock, on: string): boolean => (isLast ? on === clock.today : isFresh(clock, on));
  const days = clocks.flatMap((clock) =>
    clock.waves
      .filter(({ data }) => data.kind.startsWith(`manual-${kind}`) && stands(clock, data.on))
      .map(({ data }) => data.on),
  );
  const ids = [...new Set(days)].map((day) => deliveryId(reminderSubject(day, true), 1, `remind.${kind}`, to));
  const sent = await turn.getMany(deliveryRecord, ids);
  for (const { id, data } of sent.values())
    if (['waiting', 'delivered', 'answered'].includes(outcomeOf(data)) && !(await isHeldBack(turn, id))) return true;
  return false;
}
