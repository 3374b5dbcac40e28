import { DateTime } from 'luxon';
import { z } from 'zod';
import { formatIsoDate } from '../../domain/format.ts';
import { presenceOn } from '../../domain/presence.ts';
import { stamp } from '../../ports/commit.ts';
import type { SpreadDef } from '../spread.ts';

const params = z.strictObject({
  round: z.string(),
  /** Local day on which it goes out. */
  day: z.string(),
  /** UTC instant after which it goes to nobody. */
  until: z.string(),
  /** Ids of everyone whom it concerns, separated by spaces. */
  to: z.string(),
});

/** One message to a person about all milestones of a look; several looks of one day merge. */
export const milestonesSpread: SpreadDef = {
  kind: 'remind.milestones',
  sending: {
    name: async (_deps, texts, spread) =>
      texts.t('words.sendings.name.milestones', { day: formatIsoDate(params.parse(spread.params).day) }),
    over: async (_deps, { params: of, at }) => (stamp(at) > params.parse(of).until ? 'day' : undefined),
  },
  owes: async (_deps, spread, person) => {
    const { round, day, until, to } = params.parse(spread.params);
    if (stamp(spread.at) > until || !to.split(' ').includes(person.id)) return undefined;
    if (presenceOn(person.data, day) !== 'active') return undefined;
    return {
      to: person.id,
      kind: 'remind.milestones',
      show: { page: 'milestones.reminder', params: { round, day } },
      subject: spread.id,
      rev: 1,
      coalesce: 'remind.milestones',
      onUnknown: 'leave',
      expiresAt: DateTime.fromISO(until),
    };
  },
};
