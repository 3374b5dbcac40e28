import { DateTime, IANAZone } from 'luxon';
import { check, type Path, type PlanProblem } from './check.ts';

function unordered(path: Path, from: string | number, to: string | number): PlanProblem[] {
  return from <= to ? [] : [{ path, reason: `${to} is before ${from}` }];
}

/** 2025 is no leap year: a day that exists then exists every year. */
function missingDay(path: Path, monthDay: string): PlanProblem[] {
  return DateTime.fromISO(`2025-${monthDay}`).isValid
    ? []
    : [{ path, reason: `"${monthDay}" does not exist in every year` }];
}

function outside(path: Path, at: string, hours: { from: string; to: string }): PlanProblem[] {
  return hours.from <= at && at < hours.to
    ? []
    : [{ path, reason: `"${at}" is outside office hours ${hours.from}-${hours.to}` }];
}

/** Rows must rise strictly, and the first must already be in force when the campaign begins, or a lookup would find nothing. */
function datedRows(path: Path, rows: readonly { from: string }[], firstYear: number): PlanProblem[] {
  const start = `${firstYear}-01-01`;
  return rows.flatMap(({ from }, i) => {
    const before = rows[i - 1]?.from;
    if (before === undefined) {
      return from <= start ? [] : [{ path: [...path, i, 'from'], reason: `the first row must begin by ${start}` }];
    }
    return before < from
      ? []
      : [{ path: [...path, i, 'from'], reason: `${from} must be after ${before} of the row above` }];
  });
}

/** Days, hours and years that exist, and in their order. */
export const dateChecks = [
  check(['zone'], ({ zone }) =>
    IANAZone.isValidZone(zone) ? [] : [{ path: ['zone'], reason: `"${zone}" is not a time zone` }],
  ),
  check(['period'], ({ period }) => unordered(['period', 'end'], `${period.firstYear}-01-01`, period.end)),
  check(['period', 'stages'], ({ period, stages }) =>
    stages.flatMap((stage, i) => [
      ...unordered(['stages', i, 'fromYear'], period.firstYear, stage.fromYear),
      ...unordered(['stages', i, 'toYear'], stage.fromYear, stage.toYear),
      ...(stage.toYear > Number(period.end.slice(0, 4))
        ? [{ path: ['stages', i, 'toYear'], reason: `${stage.toYear} is after the end of the period, ${period.end}` }]
        : []),
      ...(stage.reviewYear < stage.fromYear || stage.reviewYear > stage.toYear
        ? [{ path: ['stages', i, 'reviewYear'], reason: `${stage.reviewYear} is not within the stage` }]
        : []),
    ]),
  ),
  check(['movements'], ({ movements }) =>
    movements.flatMap((movement, i) => unordered(['movements', i, 'toYear'], movement.fromYear, movement.toYear)),
  ),
  check(['legalBasis'], ({ legalBasis }) =>
    legalBasis.flatMap((text, i) =>
      unordered(['legalBasis', i, 'effectiveTo'], text.effectiveFrom ?? '', text.effectiveTo ?? '9999-12-31'),
    ),
  ),
  check(['calendar'], ({ calendar }) => [
    ...missingDay(['calendar', 'lastDay'], calendar.lastDay),
    ...calendar.milestones.flatMap((milestone, i) =>
      milestone.on === null ? [] : missingDay(['calendar', 'milestones', i, 'on'], milestone.on),
    ),
    ...unordered(['calendar', 'officeHours', 'to'], calendar.officeHours.from, calendar.officeHours.to),
    ...outside(['calendar', 'reminders', 'at'], calendar.reminders.at, calendar.officeHours),
    ...outside(['calendar', 'reminders', 'digestAt'], calendar.reminders.digestAt, calendar.officeHours),
  ]),
  check(['calendar', 'period'], ({ calendar, period }) => {
    const seen = new Set<string>();
    return calendar.rounds.flatMap((row, i) => {
      const path = ['calendar', 'rounds', i];
      const problems = [
        ...unordered([...path, 'fromYear'], period.firstYear, row.fromYear),
        ...unordered([...path, 'toYear'], row.fromYear, row.toYear),
        ...missingDay([...path, 'opensOn'], row.opensOn),
        ...unordered([...path, 'opensOn'], row.opensOn, calendar.lastDay),
      ];
      if (`${row.toYear}-${calendar.lastDay}` > period.end) {
        problems.push({ path: [...path, 'toYear'], reason: `${row.toYear} ends after the period, ${period.end}` });
      }
      if (row.fromYear !== row.toYear && !row.name.includes('{year}')) {
        problems.push({ path: [...path, 'name'], reason: 'a round of several years needs {year} in its name' });
      }
      for (let year = row.fromYear; year <= row.toYear; year++) {
        const id = `${row.kind}-${year}`;
        if (seen.has(id)) problems.push({ path, reason: `the round ${id} is already given above` });
        seen.add(id);
      }
      return problems;
    });
  }),
  check(['period', 'parent', 'levels', 'settings'], ({ period, parent, levels, settings }) => [
    ...datedRows(['parent'], parent, period.firstYear),
    ...levels.flatMap((level, i) => datedRows(['levels', i, 'authority'], level.authority, period.firstYear)),
    ...datedRows(['settings', 'formLabel'], settings.formLabel, period.firstYear),
    ...(settings.formLabelAdhoc === undefined
      ? []
      : datedRows(['settings', 'formLabelAdhoc'], settings.formLabelAdhoc, period.firstYear)),
    ...(settings.signing === undefined ? [] : datedRows(['settings', 'signing'], settings.signing, period.firstYear)),
    ...datedRows(['settings', 'bonus', 'rates'], settings.bonus.rates, period.firstYear),
    ...datedRows(['settings', 'bonus', 'baseSalary'], settings.bonus.baseSalary, period.firstYear),
  ]),
];
