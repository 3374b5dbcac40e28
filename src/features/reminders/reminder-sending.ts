import { DateTime } from 'luxon';
import { formatIsoDate } from '../../domain/text/format.ts';
import { departmentOf, nameOf } from '../../model/people/people.ts';
import { closesAt, roundOf, roundPlan } from '../../model/round/round.ts';
import type { SendingDef } from '../../pipeline/spread.ts';
import type { Turn } from '../../pipeline/turn.ts';
import { stamp } from '../../ports/commit.ts';
import { reminderParams } from './owe-reminder.ts';

const partName = async (turn: Turn, of: string): Promise<string> =>
  of.startsWith('department:') ? (await departmentOf(turn, of)).data.name : nameOf(turn, of);

/** "Đôn đốc trước hạn 7 ngày — 23/11/2026": to whom, how long before the deadline or that it was by hand, and the day. */
export const reminderSending: SendingDef = {
  name: async (turn, texts, spread) => {
    const { round: key, kind, day, form, of } = reminderParams.parse(spread.params);
    const round = await roundOf(turn, key);
    const lastDay = closesAt(await roundPlan(turn, round), round.data).startOf('day');
    const days = Math.round(lastDay.diff(DateTime.fromISO(day, { zone: lastDay.zone }), 'days').days);
    const when = form !== '' ? 'byHand' : days > 0 ? 'before' : days === 0 ? 'lastDay' : 'after';
    const to = kind === 'unsent' ? 'staff' : kind === 'staff' || kind === 'head' ? kind : 'digest';
    const name = texts.t(`words.sendings.name.${to}`, {
      when: texts.t(`words.sendings.when.${to === 'digest' ? 'any' : when}`, { days }),
      day: formatIsoDate(day),
    });
    return of === '' ? name : texts.t('words.sendings.name.part', { name, of: await partName(turn, of) });
  },
  over: async (_deps, { params, at }) => (stamp(at) > reminderParams.parse(params).until ? 'day' : undefined),
};
