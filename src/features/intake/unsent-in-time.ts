import type { DateTime } from 'luxon';
import type { NominationState } from '../../domain/dossier/nomination.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import { openUntil } from '../../model/dossier/dossier.ts';
import type { Turn } from '../../pipeline/turn.ts';
import { assessmentId, assessmentRecord } from '../../records/assessment.ts';
import { extensionRecord } from '../../records/extension.ts';
import { byRound } from '../../records/fields.ts';
import type { Nomination } from '../../records/nomination.ts';
import type { Loaded } from '../../records/record.ts';
import type { Round } from '../../records/round.ts';
import { lacksConsent } from './late-consent.ts';

const unsent: readonly NominationState[] = ['draft', 'returned', 'lapsed'];

interface When {
  readonly round: Loaded<Round>;
  readonly plan: Plan;
  readonly at: DateTime;
}

/**
 * Begun or sent back, and the time for it is over: what the office may still take in. Whoever does not ask to be considered, or has not agreed
 * to being proposed, is not among them, since nothing of theirs can be taken in.
 */
export async function unsentInTime(
  turn: Turn,
  all: readonly Loaded<Nomination>[],
  { round, plan, at }: When,
): Promise<Loaded<Nomination>[]> {
  const extensions = await turn.list(extensionRecord, byRound(round.data.round));
  const over = all.filter((nomination) => {
    const { state, candidate } = nomination.data;
    const extension = extensions.find(({ data }) => data.candidate.id === candidate.id);
    return unsent.includes(state) && at > openUntil({ round, plan, nomination, extension });
  });
  const idOf = ({ data }: Loaded<Nomination>): string => assessmentId(data.round, data.candidate.id);
  const assessments = await turn.getMany(assessmentRecord, over.map(idOf));
  return over.filter((nomination) => !lacksConsent({ nomination, assessment: assessments.get(idOf(nomination)) }));
}
