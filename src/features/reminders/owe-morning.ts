import { DateTime } from 'luxon';
import type { Owing } from '../../delivery/owe/owe.ts';
import { type Morning, morningOf } from '../../domain/calendar/morning.ts';
import { morningOwing, reminderSubject } from '../../model/sending/morning.ts';
import type { Section } from '../../model/sending/sections.ts';
import type { SpreadNow } from '../../pipeline/spread.ts';
import type { Turn } from '../../pipeline/turn.ts';
import { type ReminderParams, reminderParams } from './owe-reminder.ts';
import { remindersHead, remindersStaff } from './refs.ts';

export const isByHand = ({ form }: ReminderParams): boolean => form !== '';

/** What a reminder of the calendar, or by hand, is to one person: the one message of the morning, or at once one of its own. */
export async function oweReminderTo(turn: Turn, spread: SpreadNow, to: string): Promise<Owing | undefined> {
  const params = reminderParams.parse(spread.params);
  if (isByHand(params)) return byHand(params, to);
  const found = params.found === '' ? spread.at : DateTime.fromISO(params.found, { zone: turn.plan.zone });
  const morning: Morning = { ...morningOf(found, turn.plan), day: params.day };
  return morningOwing(turn, { to, morning, found, alone: { sections: [sectionOf(params)], subject: spread.id } });
}

const byHand = (params: ReminderParams, to: string): Owing => ({
  to,
  kind: params.kind === 'head' ? 'remind.head' : 'remind.staff',
  show:
    params.kind === 'head'
      ? remindersHead.ref({ day: params.day, kind: 'byHand' })
      : remindersStaff.ref({ day: params.day }),
  subject: reminderSubject(params.day, true),
  rev: 1,
  onUnknown: 'leave',
  expiresAt: DateTime.fromISO(params.until),
});

/** What it is about, as a section of the morning's message. */
function sectionOf({ round, day, wave, kind }: ReminderParams): Section {
  switch (kind) {
    case 'staff':
    case 'unsent':
      return { of: 'staff', params: { day } };
    case 'head':
    case 'headDigest':
      return { of: 'head', params: { day, kind } };
    default:
      return { of: 'digest', params: { round, day, wave } };
  }
}
