import { DateTime } from 'luxon';
import { z } from 'zod';
import { presenceOn } from '../../domain/people/presence.ts';
import { formatIsoDate } from '../../domain/text/format.ts';
import type { SpreadDef } from '../../pipeline/spread.ts';
import type { Turn } from '../../pipeline/turn.ts';
import { stamp } from '../../ports/commit.ts';
import { deliveryBy, deliveryRecord } from '../../records/message.ts';
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

const coalesce = 'remind.milestones';
/** The looks at all rounds are made within one sweep; the message waits for them, so that it speaks of all. */
const settling = { seconds: 10 };
/** Longer than a message takes from being composed to being sent. */
const onItsWay = { seconds: 5 };

/**
 * Whether a message of the day that is still to be sent, or was composed since, lists what this look found: another round's came first. It
 * is composed as it is sent, from the waves of all rounds.
 */
async function isListed(turn: Turn, to: string, look: { day: string; at: string }): Promise<boolean> {
  const alike = await turn.list(deliveryRecord, deliveryBy.alike({ coalesce, to }));
  const since = stamp(DateTime.fromISO(look.at).plus(onItsWay));
  return alike.some(
    ({ data: { show, state, sentAt } }) =>
      show.params.day === look.day && (state === 'pending' || (sentAt !== null && sentAt > since)),
  );
}

/** One message to a person about all milestones of a look; several looks of one day merge. */
export const milestonesSpread: SpreadDef = {
  kind: 'remind.milestones',
  sending: {
    name: async (_deps, texts, spread) =>
      texts.t('words.sendings.name.milestones', { day: formatIsoDate(milestonesParams.parse(spread.params).day) }),
    over: async (_deps, { params: of, at }) => (stamp(at) > milestonesParams.parse(of).until ? 'day' : undefined),
  },
  owes: async (turn, spread, person) => {
    const { day, until, at, to } = milestonesParams.parse(spread.params);
    if (stamp(spread.at) > until || !to.split(' ').includes(person.id)) return undefined;
    if (presenceOn(person.data, day) !== 'active' || (await isListed(turn, person.id, { day, at }))) return undefined;
    return {
      to: person.id,
      kind: 'remind.milestones',
      show: milestonesReminder.ref({ day }),
      subject: spread.id,
      rev: 1,
      coalesce,
      onUnknown: 'leave',
      from: DateTime.fromISO(at).plus(settling),
      expiresAt: DateTime.fromISO(until),
    };
  },
};
