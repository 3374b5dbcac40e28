import type { DateTime } from 'luxon';
import { isBeforeDeadline } from '../../domain/calendar/calendar.ts';
import type { NominationState } from '../../domain/dossier/nomination.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import { openUntil } from '../../model/dossier/dossier.ts';
import { closesAt } from '../../model/round/round.ts';
import type { Turn } from '../../pipeline/turn.ts';
import { assessmentId, assessmentRecord } from '../../records/assessment.ts';
import { extensionRecord } from '../../records/extension.ts';
import { byRound } from '../../records/fields.ts';
import { type Nomination, nominationBy, nominationRecord } from '../../records/nomination.ts';
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
export async function unsentInTime(turn: Turn, { round, plan, at }: When): Promise<Loaded<Nomination>[]> {
  // Everybody may write until then.
  if (isBeforeDeadline(at, closesAt(plan, round.data))) return [];
  const inState = (state: NominationState) => nominationBy.state(round.data.round, state);
  const all = (await Promise.all(unsent.map((state) => turn.list(nominationRecord, inState(state))))).flat();
  const extensions = await turn.list(extensionRecord, byRound(round.data.round));
  const over = all.filter((nomination) => {
    const { candidate } = nomination.data;
    const extension = extensions.find(({ data }) => data.candidate.id === candidate.id);
    return at > openUntil({ round, plan, nomination, extension });
  });
  const idOf = ({ data }: Loaded<Nomination>): string => assessmentId(data.round, data.candidate.id);
  const assessments = await turn.getMany(assessmentRecord, over.map(idOf));
  return over.filter((nomination) => !lacksConsent({ nomination, assessment: assessments.get(idOf(nomination)) }));
}
