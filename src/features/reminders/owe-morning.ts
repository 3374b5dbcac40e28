import { DateTime } from 'luxon';
import type { Owing } from '../../delivery/owe/owe.ts';
import { morningOf } from '../../domain/calendar/morning.ts';
import { morningOwing, reminderSubject } from '../../model/sending/morning.ts';
import type { SpreadNow } from '../../pipeline/spread.ts';
import type { Turn } from '../../pipeline/turn.ts';
import type { PageRef } from '../../records/message.ts';
import { type ReminderParams, reminderParams } from './owe-reminder.ts';

export const isByHand = ({ form }: ReminderParams): boolean => form !== '';

/** What a reminder of the calendar, or by hand, is to one person: part of the message of the morning, or at once one of its own. */
export async function oweReminderTo(
  turn: Turn,
  spread: SpreadNow,
  { to, show }: { readonly to: string; readonly show: PageRef },
): Promise<Owing | undefined> {
  const params = reminderParams.parse(spread.params);
  if (isByHand(params)) {
    return {
      to,
      kind: `remind.${params.kind}`,
      show,
      subject: reminderSubject(params.day, true),
      rev: 1,
      onUnknown: 'leave',
      expiresAt: DateTime.fromISO(params.until),
    };
  }
  const found = params.found === '' ? spread.at : DateTime.fromISO(params.found, { zone: turn.plan.zone });
  const alone = { sections: [show], subject: spread.id };
  return morningOwing(turn, { to, morning: morningOf(found, turn.plan), found, alone });
}
