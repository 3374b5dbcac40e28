import { isOffice } from '../../domain/policy/posts.ts';
import { openedRounds } from '../../model/round/round.ts';
import type { MorningOf, MorningSource } from '../../pipeline/morning.ts';
import type { Turn } from '../../pipeline/turn.ts';
import { type PageRef, spreadId, spreadRecord } from '../../records/message.ts';
import { wasRemindedByHand } from './by-hand.ts';
import { digestPage } from './digest.page.ts';
import { headReminderPage } from './head-reminder.page.ts';
import { isInformed } from './informed.ts';
import { openClocks } from './open-rounds.ts';
import { remindersDigest, remindersHead, remindersStaff } from './refs.ts';
import { roundClock } from './round-clock.ts';
import { staffReminderPage } from './staff-reminder.page.ts';
import { hasWave, wavesToday } from './todays-waves.ts';

const head: MorningSource = {
  order: 10,
  command: 'progress',
  page: headReminderPage,
  matters: async (turn, { person, at, day }) => {
    const clocks = await openClocks(turn, at);
    if (!clocks.some((clock) => hasWave(clock, 'head', 'headDigest'))) return [];
    if (await wasRemindedByHand(turn, person.id, { kind: 'head', at })) return [];
    return [remindersHead.ref({ day, kind: clocks.some((clock) => hasWave(clock, 'head')) ? 'head' : 'headDigest' })];
  },
};

/** To the office's people where the channel has not got it, and to whoever leads the unit. */
const digest: MorningSource = {
  order: 20,
  command: 'progress',
  page: digestPage,
  matters: async (turn, { person, at, day }) => {
    const told: PageRef[] = [];
    for (const round of await openedRounds(turn)) {
      const clock = await roundClock(turn, round, at);
      const [toOffice] = wavesToday(clock, 'officeDigest');
      const isSpread =
        toOffice && isOffice(person.data) && (await turn.get(spreadRecord, spreadId(toOffice.id))) !== undefined;
      const [toLeaders] = wavesToday(clock, 'leaders');
      const wave = isSpread ? toOffice : toLeaders && (await isInformed(turn, person, day)) ? toLeaders : undefined;
      if (wave !== undefined) told.push(remindersDigest.ref({ round: round.data.round, day, wave: wave.id }));
    }
    return told;
  },
};

const staff: MorningSource = {
  order: 40,
  command: 'todo',
  page: staffReminderPage,
  matters: async (turn: Turn, { person, at, day }: MorningOf) => {
    const clocks = await openClocks(turn, at);
    if (!clocks.some((clock) => hasWave(clock, 'staff'))) return [];
    return (await wasRemindedByHand(turn, person.id, { kind: 'staff', at })) ? [] : [remindersStaff.ref({ day })];
  },
};

export const reminderMornings: readonly MorningSource[] = [head, digest, staff];
