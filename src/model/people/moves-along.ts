import { oweRefresh } from '../../delivery/owe/owe.ts';
import { isSent } from '../../domain/dossier/nomination.ts';
import type { Turn } from '../../pipeline/turn.ts';
import { stamp } from '../../ports/commit.ts';
import { create, replace } from '../../ports/documents.ts';
import type { Change } from '../../ports/store.ts';
import { assessmentId, assessmentRecord } from '../../records/assessment.ts';
import { departmentRecord } from '../../records/department.ts';
import { type FormerOpinion, formerOpinionId, formerOpinionRecord } from '../../records/former-opinion.ts';
import { type Nomination, nominationId, nominationRecord } from '../../records/nomination.ts';
import type { Loaded } from '../../records/record.ts';
import { type Round, roundRecord } from '../../records/round.ts';

/**
 * What goes to another department with a person: in every round their self-assessment and dossier, unless it is sent. A sent one stays with
 * the department and the reviewer that it was sent to. While it can still be sent, the department left is noted down, whose head will be asked about
 * the time there. Four changes a round at most, and there are eight rounds to 2030.
 */
export async function movesAlong(
  turn: Turn,
  personId: string,
  { from, to: departmentId, today }: Move,
): Promise<Change[]> {
  const all = await turn.list(roundRecord);
  const rounds = all.map(({ data }) => data.round);
  const writable = new Set(all.filter(({ data }) => isWritable(turn, data)).map(({ data }) => data.round));
  const [left, former, nominations, assessments, department] = await Promise.all([
    turn.get(departmentRecord, from),
    turn.getMany(
      formerOpinionRecord,
      rounds.map((round) => formerOpinionId(round, personId, from)),
    ),
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
    if (left !== undefined && (writable.has(round) || nomination?.data.state === 'returned'))
      changes.push(
        noted(turn, former, { round, personId, until: today, departmentId: from, departmentName: left.data.name }),
      );
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

interface Move {
  readonly from: string;
  readonly to: string;
  /** `yyyy-MM-dd` */
  readonly today: string;
}

const isWritable = (turn: Turn, { deadline, graceUntil }: Round): boolean => stamp(turn.at) <= (graceUntil ?? deadline);

interface Left extends Pick<FormerOpinion, 'round' | 'departmentId' | 'departmentName' | 'until'> {
  readonly personId: string;
}

/** What was said of an earlier time there stays. */
function noted(turn: Turn, known: ReadonlyMap<string, Loaded<FormerOpinion>>, { personId, ...left }: Left): Change {
  const id = formerOpinionId(left.round, personId, left.departmentId);
  const before = known.get(id);
  if (before !== undefined) return replace(formerOpinionRecord, before, { ...before.data, ...left });
  const candidate = { kind: 'person' as const, id: personId };
  return create(formerOpinionRecord, turn.scope, id, { ...left, candidate, opinion: null });
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
