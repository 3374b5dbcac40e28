import { oweRefresh } from '../../delivery/owe/owe.ts';
import { isSent } from '../../domain/dossier/nomination.ts';
import type { Turn } from '../../pipeline/turn.ts';
import { replace } from '../../ports/documents.ts';
import type { Change } from '../../ports/store.ts';
import { assessmentId, assessmentRecord } from '../../records/assessment.ts';
import { departmentRecord } from '../../records/department.ts';
import { type Nomination, nominationId, nominationRecord } from '../../records/nomination.ts';
import { roundRecord } from '../../records/round.ts';

/**
 * What goes to another department with a person: in every round their self-assessment and dossier, unless it is sent. A sent one stays with
 * the department and the reviewer that it was sent to. Three changes a round at most, and there are eight rounds to 2030.
 */
export async function movesAlong(turn: Turn, personId: string, departmentId: string): Promise<Change[]> {
  const rounds = (await turn.list(roundRecord)).map(({ data }) => data.round);
  const [nominations, assessments, department] = await Promise.all([
    turn.getMany(
      nominationRecord,
      rounds.map((round) => nominationId(round, personId)),
    ),
    turn.getMany(
      assessmentRecord,
      rounds.map((round) => assessmentId(round, personId)),
    ),
    turn.get(departmentRecord, departmentId),
  ]);
  return rounds.flatMap((round): Change[] => {
    const nomination = nominations.get(nominationId(round, personId));
    if (nomination !== undefined && isSent(nomination.data.state)) return [];
    const assessment = assessments.get(assessmentId(round, personId));
    const changes: Change[] = [];
    if (assessment !== undefined && assessment.data.departmentId !== departmentId)
      changes.push(replace(assessmentRecord, assessment, { ...assessment.data, departmentId }));
    if (nomination !== undefined && nomination.data.departmentId !== departmentId)
      changes.push(
        replace(nominationRecord, nomination, inDepartment(nomination.data, departmentId, department?.data.name)),
        oweRefresh(turn.scope, turn.at, nomination.id, nomination.rev + 1),
      );
    return changes;
  });
}

/** One that was sent back is not sent: its department and the name of it stay one. */
const inDepartment = (nomination: Nomination, departmentId: string, name = ''): Nomination => ({
  ...nomination,
  departmentId,
  snapshot: nomination.snapshot && {
    ...nomination.snapshot,
    departmentName: name || nomination.snapshot.departmentName,
  },
});
