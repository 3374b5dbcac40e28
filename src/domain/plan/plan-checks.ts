import { DateTime, IANAZone } from 'luxon';
import { citesNothing } from './dated.ts';
import type { Plan } from './plan.ts';

/** What is wrong and where: `path` leads from the root of the plan to the value. */
export interface PlanProblem {
  readonly path: readonly PropertyKey[];
  readonly reason: string;
}

interface Check {
  readonly reads: readonly (keyof Plan)[];
  readonly problems: (plan: Plan) => PlanProblem[];
}

/** A check may touch only the sections that it names, so that it still runs when another section is malformed. */
const check = <K extends keyof Plan>(reads: readonly K[], problems: (plan: Pick<Plan, K>) => PlanProblem[]): Check => ({
  reads,
  problems,
});

type Path = readonly PropertyKey[];

function repeated(path: Path, keys: readonly (string | number)[], last?: string): PlanProblem[] {
  return keys.flatMap((key, i) =>
    keys.indexOf(key) === i
      ? []
      : [{ path: [...path, i, ...(last === undefined ? [] : [last])], reason: `"${key}" is already used above` }],
  );
}

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

const duplicates = [
  check(['stages'], ({ stages }) =>
    repeated(
      ['stages'],
      stages.map((stage) => stage.id),
      'id',
    ),
  ),
  check(['legalBasis'], ({ legalBasis }) =>
    repeated(
      ['legalBasis'],
      legalBasis.map((text) => text.id),
      'id',
    ),
  ),
  check(['levels'], ({ levels }) =>
    repeated(
      ['levels'],
      levels.map((level) => level.id),
      'id',
    ),
  ),
  check(['yearlyThemes'], ({ yearlyThemes }) =>
    repeated(
      ['yearlyThemes'],
      yearlyThemes.map((row) => row.year),
      'year',
    ),
  ),
  check(['quotas'], ({ quotas }) =>
    repeated(
      ['quotas'],
      quotas.map((quota) => `${quota.level} ${quota.candidate}`),
    ),
  ),
  check(['dossier'], ({ dossier }) =>
    repeated(
      ['dossier', 'parts'],
      dossier.parts.map((part) => part.id),
      'id',
    ),
  ),
  check(['criteria'], ({ criteria }) => {
    const all = (['department', 'person', 'adhoc'] as const).flatMap((group) =>
      criteria[group].map((criterion, i) => ({ id: criterion.id, path: ['criteria', group, i, 'id'] })),
    );
    return all.flatMap(({ id, path }, i) =>
      all.findIndex((other) => other.id === id) === i ? [] : [{ path, reason: `"${id}" is already used above` }],
    );
  }),
  check(['calendar'], ({ calendar }) => [
    ...repeated(
      ['calendar', 'milestones'],
      calendar.milestones.map((milestone) => milestone.id),
      'id',
    ),
    ...repeated(
      ['calendar', 'holidays'],
      calendar.holidays.map((holiday) => holiday.on),
      'on',
    ),
    ...repeated(['calendar', 'reminders', 'staffDaysBefore'], calendar.reminders.staffDaysBefore),
    ...repeated(['calendar', 'reminders', 'headDaysBefore'], calendar.reminders.headDaysBefore),
    ...repeated(['calendar', 'reminders', 'milestoneDaysBefore'], calendar.reminders.milestoneDaysBefore),
  ]),
];

const times = [
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
    ...datedRows(['settings', 'bonus', 'rates'], settings.bonus.rates, period.firstYear),
    ...datedRows(['settings', 'bonus', 'baseSalary'], settings.bonus.baseSalary, period.firstYear),
  ]),
];

const undated = (path: Path, title: string): PlanProblem[] =>
  citesNothing(title)
    ? [{ path, reason: 'cites the date of a text that the legal basis has not, or has no date of' }]
    : [];

const meaning = [
  check(['title'], ({ title }) => undated(['title'], title)),
  check(['legalBasis'], ({ legalBasis }) =>
    legalBasis.flatMap(({ title }, i) => undated(['legalBasis', i, 'title'], title)),
  ),
  check(['text', 'criteria'], ({ text, criteria }) => {
    const said = text.flatMap(({ paragraphs }) => paragraphs).filter((each) => typeof each === 'string');
    return (['department', 'person', 'adhoc'] as const).flatMap((group) =>
      criteria[group].flatMap((criterion, i) =>
        said.some((paragraph) => paragraph.endsWith(criterion.text))
          ? []
          : [{ path: ['criteria', group, i, 'text'], reason: "these words are not a paragraph of the plan's text" }],
      ),
    );
  }),
  check(['levels', 'quotas'], ({ levels, quotas }) =>
    quotas.flatMap((quota, i) =>
      levels.some((level) => level.id === quota.level)
        ? []
        : [{ path: ['quotas', i, 'level'], reason: `there is no level "${quota.level}"` }],
    ),
  ),
  check(['criteria'], ({ criteria }) =>
    (['department', 'adhoc'] as const).flatMap((group) =>
      criteria[group].flatMap((criterion, i) =>
        criterion.headsOnly
          ? [{ path: ['criteria', group, i, 'headsOnly'], reason: 'only a criterion of persons can be for heads only' }]
          : [],
      ),
    ),
  ),
  check(['criteria', 'settings'], ({ criteria, settings }) => {
    const path = ['settings', 'rating'];
    const mayNotArise = Object.values(criteria).some((group) => group.some((criterion) => criterion.mayNotArise));
    const missing = (['met', 'notMet', 'notArisen'] as const).filter(
      (rating) => (rating !== 'notArisen' || mayNotArise) && !settings.rating.includes(rating),
    );
    return [
      ...repeated(path, settings.rating),
      ...missing.map((rating) => ({ path, reason: `the rating ${rating} is missing, yet the criteria need it` })),
    ];
  }),
  check(['settings'], ({ settings }) =>
    settings.council.quorum.numerator <= settings.council.quorum.denominator
      ? []
      : [{ path: ['settings', 'council', 'quorum'], reason: 'a quorum above the whole council can never be reached' }],
  ),
];

const checks: readonly Check[] = [...duplicates, ...times, ...meaning];

/** What a well-formed plan may still get wrong. Only checks whose sections are all in `sections` run. */
export function checkPlan(sections: Partial<Plan>): PlanProblem[] {
  return checks
    .filter((each) => each.reads.every((section) => section in sections))
    .flatMap((each) => each.problems(sections as Plan));
}
