import type { AnswerFacts } from '../../domain/dossier/criteria.ts';
import { CodedError } from '../../domain/errors.ts';
import type { Criterion, Plan } from '../../domain/plan/plan.ts';
import { beginning } from '../../domain/text/vietnamese.ts';
import type { Dossier } from '../../model/dossier/dossier.ts';

/** @throws CodedError NO_SUCH_CRITERION when it is not asked of this candidate: a forged card, or a person who leads nobody any more */
export function criterionOf(dossier: Dossier, id: string): Criterion {
  const criterion = dossier.criteria.find((c) => c.id === id);
  if (criterion === undefined) throw new CodedError('NO_SUCH_CRITERION', { criterion: beginning(id, 20) });
  return criterion;
}

/** The unit's scale, without "không phát sinh" where the criterion cannot but arise. */
export const allowedRatings = (plan: Plan, criterion: Criterion): NonNullable<AnswerFacts['rating']>[] =>
  plan.settings.rating.filter((r) => r !== 'notArisen' || criterion.mayNotArise);

/** "CN1, CN2": what is still to be answered. */
export const missingNames = ({ criteria, missing }: Dossier): string =>
  criteria
    .filter(({ id }) => missing.includes(id))
    .map(({ id, name }) => `${id} (${name})`)
    .join('; ');
