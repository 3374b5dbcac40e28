import { CodedError } from '../../domain/errors.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import type { Actor } from '../../domain/policy/actor.ts';
import { isOwn } from '../../domain/policy/dossier.ts';
import { isHeadOrDeputy } from '../../domain/policy/posts.ts';
import { departmentOf } from '../../model/people/people.ts';
import { roundOf, roundPlan } from '../../model/round/round.ts';
import type { Turn } from '../../pipeline/turn.ts';
import { type DepartmentMeeting, meetingId, meetingRecord } from '../../records/meeting.ts';
import type { Loaded } from '../../records/record.ts';
import type { Round } from '../../records/round.ts';

/** The department that the person leads, in one round. */
export interface LedRound {
  readonly round: Loaded<Round>;
  readonly plan: Plan;
  readonly departmentId: string;
  readonly departmentName: string;
  readonly meetingId: string;
  readonly meeting: Loaded<DepartmentMeeting> | undefined;
}

export const leadsSome = (actor: Pick<Actor, 'roles'>): boolean => isHeadOrDeputy(actor);

/** @param roundKey empty = the current round. @throws CodedError NOT_HEAD, NO_ROUND */
export async function departmentRound(turn: Turn, actor: Actor, roundKey: string): Promise<LedRound> {
  const { departmentId } = actor;
  if (!isOwn(actor, { kind: 'department', id: departmentId, departmentId })) throw new CodedError('NOT_HEAD');
  const round = await roundOf(turn, roundKey);
  const id = meetingId(round.data.round, departmentId);
  return {
    round,
    plan: await roundPlan(turn, round),
    departmentId,
    departmentName: (await departmentOf(turn, departmentId)).data.name,
    meetingId: id,
    meeting: await turn.get(meetingRecord, id),
  };
}
