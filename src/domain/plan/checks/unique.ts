import { check, repeated } from './check.ts';

/** What may be there only once. */
export const uniqueChecks = [
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
