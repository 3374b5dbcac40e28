import { z } from 'zod';
import { type Plan, planSchema } from '../plan/plan.ts';
import { setting } from './declare.ts';
import * as field from './field.ts';
import { once, parted, single, withAt } from './places.ts';
import type { Setting } from './setting.ts';

const { calendar } = planSchema.shape;

/** The days of one year: each holds by itself, whatever the day on which they were set. */
function holidays(year: number): Setting {
  const from = `${year}-01-01`;
  const isOfYear = ({ on }: { readonly on: string }): boolean => on.startsWith(`${year}-`);
  return setting(`holidays-${year}`, {
    group: 'calendar',
    counts: 'day',
    of: { year: String(year) },
    schema: z.array(calendar.shape.holidays.element),
    ...single(field.days(year)),
    isOpen: (value) => (value as readonly unknown[]).length === 0,
    inPlan: ({ calendar: { holidays } }) => [{ from, value: holidays.filter(isOfYear), source: '' }],
    put: (plan, all) => {
      const mine = all.at(-1)?.value as Plan['calendar']['holidays'];
      const others = plan.calendar.holidays.filter((day) => !isOfYear(day));
      const days = [...others, ...mine].sort((a, b) => (a.on < b.on ? -1 : 1));
      return withAt(plan, ['calendar', 'holidays'], days);
    },
    fixedFrom: from,
    // They are announced in the year before.
    years: { from: year - 1, to: year },
  });
}

const { reminders: reminding } = calendar.shape;
const rule = { group: 'calendar', counts: 'round' } as const;
/** When people are reminded, and the office told. */
const reminders: readonly Setting[] = [
  setting('staffDaysBefore', {
    ...rule,
    schema: reminding.shape.staffDaysBefore,
    ...single(field.daysBefore),
    ...once(['calendar', 'reminders', 'staffDaysBefore']),
  }),
  setting('headDaysBefore', {
    ...rule,
    schema: reminding.shape.headDaysBefore,
    ...single(field.daysBefore),
    ...once(['calendar', 'reminders', 'headDaysBefore']),
  }),
  setting('remindAt', {
    ...rule,
    schema: reminding.shape.at,
    ...single(field.time),
    ...once(['calendar', 'reminders', 'at']),
  }),
  setting('digestAt', {
    ...rule,
    schema: reminding.shape.digestAt,
    ...single(field.time),
    ...once(['calendar', 'reminders', 'digestAt']),
  }),
  setting('digestWeekday', {
    ...rule,
    schema: reminding.shape.digestWeekday,
    ...single(field.weekday),
    ...once(['calendar', 'reminders', 'digestWeekday']),
  }),
];

/** Days and hours. */
export function timetable(plan: Plan): Setting[] {
  const { firstYear, end } = plan.period;
  const years = Array.from({ length: Number(end.slice(0, 4)) - firstYear + 1 }, (_, i) => firstYear + i);
  return [
    ...years.map(holidays),
    setting('lastDay', {
      group: 'calendar',
      counts: 'round',
      schema: calendar.shape.lastDay,
      ...single(field.monthDay),
      ...once(['calendar', 'lastDay']),
    }),
    ...plan.calendar.rounds.map(({ kind, name, fromYear, toYear }, i) =>
      setting(`opensOn-${kind}-${fromYear}`, {
        group: 'calendar',
        counts: 'round',
        of: { round: name.replaceAll('{year}', fromYear === toYear ? String(fromYear) : `${fromYear}–${toYear}`) },
        schema: calendar.shape.rounds.element.shape.opensOn,
        ...single(field.monthDay),
        ...once(['calendar', 'rounds', i, 'opensOn']),
        years: { from: fromYear - 1, to: toYear },
      }),
    ),
    setting('officeHours', {
      group: 'calendar',
      counts: 'round',
      schema: calendar.shape.officeHours,
      ...parted({ from: field.time, to: field.time }),
      ...once(['calendar', 'officeHours']),
    }),
    ...reminders,
  ];
}
