import { citesNothing } from '../dated.ts';
import { check, type Path, type PlanProblem, repeated } from './check.ts';

const undated = (path: Path, title: string): PlanProblem[] =>
  citesNothing(title)
    ? [{ path, reason: 'cites the date of a text that the legal basis has not, or has no date of' }]
    : [];

/** Sections that must fit each other, and settings that make sense. */
export const meaningChecks = [
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
