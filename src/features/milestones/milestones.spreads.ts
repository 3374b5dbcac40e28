import { DateTime } from 'luxon';
import { z } from 'zod';
import { presenceOn } from '../../domain/people/presence.ts';
import { formatIsoDate } from '../../domain/text/format.ts';
import { reminderSubject, tellingSubject } from '../../model/sending/morning.ts';
import type { SpreadDef } from '../../pipeline/spread.ts';
import { stamp } from '../../ports/commit.ts';
import { remindersDay } from '../reminders/refs.ts';
import { milestonesReminder } from './refs.ts';

const milestonesParams = z.strictObject({
  round: z.string(),
  /** Local day on which it goes out. */
  day: z.string(),
  /** UTC instant of the look; the waves are recorded with it. */
  at: z.string(),
  /** UTC instant after which it goes to nobody. */
  until: z.string(),
  /** Ids of everyone whom it concerns, separated by spaces. */
  to: z.string(),
});

/** The looks at all rounds are made within one sweep; the message waits for them, so that it speaks of all. */
const settling = { seconds: 10 };

/**
 * The milestones of a look are part of the person's one message of the morning. What a later look of the day finds is told alone, unless the
 * message of the morning was composed since.
 */
export const milestonesSpread: SpreadDef = {
  kind: 'remind.milestones',
  sending: {
    name: async (_deps, texts, spread) =>
      texts.t('words.sendings.name.milestones', { day: formatIsoDate(milestonesParams.parse(spread.params).day) }),
    over: async (_deps, { params: of, at }) => (stamp(at) > milestonesParams.parse(of).until ? 'day' : undefined),
  },
  owes: async (turn, spread, person) => {
    const { day, until, at, to: everyone } = milestonesParams.parse(spread.params);
    if (stamp(spread.at) > until || !everyone.split(' ').includes(person.id)) return undefined;
    if (presenceOn(person.data, day) !== 'active') return undefined;
    const to = person.id;
    const subject = await tellingSubject(turn, { to, day, found: at, spread: spread.id });
    if (subject === undefined) return undefined;
    return {
      to,
      kind: 'remind.milestones',
      show: (subject === reminderSubject(day) ? remindersDay : milestonesReminder).ref({ day }),
      subject,
      rev: 1,
      onUnknown: 'leave',
      from: DateTime.fromISO(at).plus(settling),
      expiresAt: DateTime.fromISO(until),
    };
  },
};
