import { type Standing, standingOf } from '../../domain/dossier/standing.ts';
import type { Attendance } from '../../domain/people/presence.ts';
import type { Turn } from '../../pipeline/turn.ts';
import { type Assessment, assessmentId, assessmentRecord } from '../../records/assessment.ts';
import { type Nomination, nominationId, nominationRecord } from '../../records/nomination.ts';

interface Records {
  readonly assessment: Assessment | undefined;
  readonly nomination: Nomination | undefined;
  readonly presence: Attendance['status'];
}

export const standingFrom = ({ assessment, nomination, presence }: Records): Standing =>
  standingOf({
    presence,
    answered: Object.keys(assessment?.answers ?? {}).length,
    finished: assessment !== undefined && assessment.finishedAt !== null,
    wish: assessment?.wish ?? 'undecided',
    nomination: nomination?.state ?? null,
  });

/** Where a candidate stands in a round, by two point reads: a spread asks it of each person. */
export async function readStanding(
  turn: Turn,
  who: { round: string; candidate: string; presence: Attendance['status'] },
): Promise<Standing> {
  const [assessment, nomination] = await Promise.all([
    turn.get(assessmentRecord, assessmentId(who.round, who.candidate)),
    turn.get(nominationRecord, nominationId(who.round, who.candidate)),
  ]);
  return standingFrom({ assessment: assessment?.data, nomination: nomination?.data, presence: who.presence });
}
