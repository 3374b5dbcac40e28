import { openedRounds } from '../../model/round/round.ts';
import type { MorningSource } from '../../pipeline/morning.ts';
import type { Composed } from '../../pipeline/page.ts';
import { spreadId, spreadRecord } from '../../records/message.ts';
import { digestPage } from './digest.page.ts';
import { headReminderPage } from './head-reminder.page.ts';
import { isInformed } from './informed.ts';
import { openClocks } from './open-rounds.ts';
import { roundClock } from './round-clock.ts';
import { staffReminderPage } from './staff-reminder.page.ts';
import { hasWave, wavesToday } from './todays-waves.ts';

const head: MorningSource = {
  order: 10,
  part: async (ask) => {
    const clocks = await openClocks(ask.turn, ask.viewer.at);
    return clocks.some((clock) => hasWave(clock, 'head', 'headDigest')) ? headReminderPage.compose(ask) : null;
  },
};

/** To the office's people where the channel has not got it, and to whoever leads the unit. */
const digest: MorningSource = {
  order: 20,
  part: async (ask) => {
    const { turn, viewer, params } = ask;
    const { person } = viewer;
    if (person === undefined) return null;
    for (const round of await openedRounds(turn)) {
      const clock = await roundClock(turn, round, viewer.at);
      const [toOffice] = wavesToday(clock, 'officeDigest');
      const isSpread = toOffice && (await turn.get(spreadRecord, spreadId(toOffice.id))) !== undefined;
      const [toLeaders] = wavesToday(clock, 'leaders');
      const wave = isSpread
        ? toOffice
        : toLeaders && (await isInformed(turn, person, params.day))
          ? toLeaders
          : undefined;
      if (wave === undefined) continue;
      const about = { round: round.data.round, day: params.day, wave: wave.id };
      const composed: Composed | null = await digestPage.compose({ ...ask, params: about });
      if (composed !== null) return composed;
    }
    return null;
  },
};

const staff: MorningSource = {
  order: 40,
  part: async (ask) => {
    const clocks = await openClocks(ask.turn, ask.viewer.at);
    return clocks.some((clock) => hasWave(clock, 'staff'))
      ? staffReminderPage.compose({ ...ask, params: { day: ask.params.day } })
      : null;
  },
};

export const reminderMornings: readonly MorningSource[] = [head, digest, staff];
