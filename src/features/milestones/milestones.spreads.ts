import { DateTime } from 'luxon';
import { z } from 'zod';
import { morningOf } from '../../domain/calendar/morning.ts';
import { presenceOn } from '../../domain/people/presence.ts';
import { formatIsoDate } from '../../domain/text/format.ts';
import { morningOwing } from '../../model/sending/morning.ts';
import type { SpreadDef } from '../../pipeline/spread.ts';
import { stamp } from '../../ports/commit.ts';
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

/** The milestones of a look are part of the person's message of the morning. */
const owes: SpreadDef['owes'] = async (turn, spread, person) => {
  const { day, until, at, to: everyone } = milestonesParams.parse(spread.params);
  if (stamp(spread.at) > until || !everyone.split(' ').includes(person.id)) return undefined;
  if (presenceOn(person.data, day) !== 'active') return undefined;
  const found = DateTime.fromISO(at, { zone: turn.plan.zone });
  return morningOwing(turn, {
    to: person.id,
    morning: morningOf(found, turn.plan),
    found,
    alone: { sections: [milestonesReminder.ref({ day })], subject: spread.id },
  });
};

/** `remind.…`: of an earlier release, a sending of its own. */
export const milestonesSpreads: readonly SpreadDef[] = [
  { kind: 'morning.milestones', owes },
  {
    kind: 'remind.milestones',
    sending: {
      name: async (_deps, texts, spread) =>
        texts.t('words.sendings.name.milestones', { day: formatIsoDate(milestonesParams.parse(spread.params).day) }),
      over: async (_deps, { params: of, at }) => (stamp(at) > milestonesParams.parse(of).until ? 'day' : undefined),
    },
    owes,
  },
];
