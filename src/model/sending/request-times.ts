import type { DateTime } from 'luxon';
import { nextRequestAt } from '../../domain/calendar/requests.ts';
import type { Machine, OfficeOf } from '../../pipeline/machine.ts';
import { systemTurn } from '../../pipeline/open-turn.ts';
import { closesAt, openedRounds } from '../round/round.ts';

/** When requests that merge may follow one another, for the sender: by the unit's calendar and the rounds that are open. */
export const requestTimes =
  (machine: Machine, officeOf: OfficeOf) =>
  async (unit: string, { last, now }: { last: DateTime; now: DateTime }): Promise<DateTime> => {
    const turn = await systemTurn(machine, officeOf, unit, now);
    const deadlines = (await openedRounds(turn)).map(({ data }) => closesAt(turn.plan, data));
    return nextRequestAt(turn.plan, { last, now, deadlines });
  };
