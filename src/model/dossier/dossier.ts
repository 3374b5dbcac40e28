import type { DateTime } from 'luxon';
import { instantOf } from '../../domain/calendar/calendar.ts';
import { supplementDeadline } from '../../domain/calendar/supplement.ts';
import { criteriaFor, missingCriteria } from '../../domain/dossier/criteria.ts';
import { writesCollective } from '../../domain/dossier/eligibility.ts';
import { type WritingFacts, writableUntil } from '../../domain/dossier/writing.ts';
import { CodedError } from '../../domain/errors.ts';
import type { Criterion, Plan } from '../../domain/plan/plan.ts';
import type { Roles } from '../../domain/policy/actor.ts';
import type { CandidateFacts, DossierFacts } from '../../domain/policy/dossier.ts';
import type { Turn } from '../../pipeline/turn.ts';
import { type Assessment, assessmentId, assessmentRecord } from '../../records/assessment.ts';
import { type DossierNumber, dossierNumberId, dossierNumberRecord } from '../../records/dossier-number.ts';
import { type Evidence, evidenceOf, evidenceRecord } from '../../records/evidence.ts';
import { type Extension, extensionId, extensionRecord } from '../../records/extension.ts';
import { type Nomination, nominationId, nominationRecord } from '../../records/nomination.ts';
import { type PaperDossier, paperDossierId, paperDossierRecord } from '../../records/paper-dossier.ts';
import type { Loaded } from '../../records/record.ts';
import type { Round } from '../../records/round.ts';
import { departmentOf, personOf } from '../people/people.ts';
import { closesAt, roundOf, roundPlan } from '../round/round.ts';
import { opinerIds } from './opiners.ts';

/** A candidate by name, as lists and papers show it. */
export interface CandidateView extends CandidateFacts {
  readonly name: string;
  /** Empty for a department. */
  readonly title: string;
  readonly departmentName: string;
  readonly roles: Roles;
}

/** Everything that belongs to one candidate in one round. */
export interface Dossier {
  readonly round: Loaded<Round>;
  /** The rules of the round. */
  readonly plan: Plan;
  readonly candidate: CandidateView;
  readonly criteria: readonly Criterion[];
  readonly assessment: Loaded<Assessment> | undefined;
  readonly nomination: Loaded<Nomination> | undefined;
  readonly evidence: readonly Loaded<Evidence>[];
  /** Undefined until it is sent for the first time. */
  readonly number: DossierNumber | undefined;
  /** More time for this candidate alone; also once it is over. */
  readonly extension: Loaded<Extension> | undefined;
  /** The signed paper from which it is entered. */
  readonly paper: Loaded<PaperDossier> | undefined;
  /** Criterion ids not yet completed. */
  readonly missing: readonly string[];
  readonly facts: DossierFacts;
}

/** What a dossier's own deadline is read from. */
type Timed = Pick<Dossier, 'round' | 'plan' | 'nomination'> & Partial<Pick<Dossier, 'extension'>>;

/** @param id `person:…` or `department:…`, whether or not it may be considered. @throws CodedError NOTHING_TO_SHOW */
export async function candidateView(turn: Turn, id: string): Promise<CandidateView> {
  if (id.startsWith('department:')) {
    const { data } = await departmentOf(turn, id);
    return {
      kind: 'department',
      id,
      departmentId: id,
      name: data.name,
      title: '',
      departmentName: data.name,
      roles: [],
    };
  }
  const { data } = await personOf(turn, id);
  const department = await departmentOf(turn, data.departmentId);
  return {
    kind: 'person',
    id,
    departmentId: data.departmentId,
    name: data.fullName,
    title: data.title,
    departmentName: department.data.name,
    roles: data.roles,
  };
}

/**
 * @param roundKey empty = the current round
 * @throws CodedError NO_ROUND, NOTHING_TO_SHOW; NOT_COLLECTIVE for a department that writes none in this round, and has begun none
 */
export async function loadDossier(turn: Turn, roundKey: string, candidateId: string): Promise<Dossier> {
  const round = await roundOf(turn, roundKey);
  const plan = await roundPlan(turn, round);
  const key = round.data.round;
  const [known, assessment, nomination, number, extension, paper, evidence] = await Promise.all([
    candidateView(turn, candidateId),
    turn.get(assessmentRecord, assessmentId(key, candidateId)),
    turn.get(nominationRecord, nominationId(key, candidateId)),
    turn.get(dossierNumberRecord, dossierNumberId(key, candidateId)),
    turn.get(extensionRecord, extensionId(key, candidateId)),
    turn.get(paperDossierRecord, paperDossierId(key, candidateId)),
    turn.list(evidenceRecord, evidenceOf(key, candidateId)),
  ]);
  const candidate = onPaper(known, paper);
  if (candidate.kind === 'department' && nomination === undefined) await requireCollective(turn, plan, candidateId);
  const criteria = criteriaFor(plan, candidate);
  const opiners = nomination === undefined ? [] : await opinerIds(turn, nomination.data);
  return {
    round,
    plan,
    candidate,
    criteria,
    assessment,
    nomination,
    evidence,
    number: number?.data,
    extension,
    paper,
    missing: missingCriteria(criteria, assessment?.data.answers ?? {}),
    facts: {
      candidate,
      state: nomination?.data.state ?? 'draft',
      reviewerId: nomination?.data.snapshot?.reviewerId ?? null,
      opiners,
      sentAt: nomination?.data.submitted?.at ?? null,
    },
  };
}

const onPaper = (candidate: CandidateView, paper: Loaded<PaperDossier> | undefined): CandidateView =>
  paper === undefined ? candidate : { ...candidate, paper: paper.data.isAtOffice ? 'office' : 'department' };

async function requireCollective(turn: Turn, plan: Plan, id: string): Promise<void> {
  const { data } = await departmentOf(turn, id);
  if (!writesCollective(data, plan)) throw new CodedError('NOT_COLLECTIVE', { department: data.name });
}

const notBegun: Pick<Nomination, 'state' | 'returned'> = { state: 'draft', returned: null };

export const writingFacts = ({ plan, round, nomination, extension }: Timed): WritingFacts => {
  const { state, returned } = nomination?.data ?? notBegun;
  return {
    state,
    closesAt: closesAt(plan, round.data),
    supplementUntil: returned === null ? null : instantOf(returned.until, plan.zone),
    extendedUntil: extension === undefined ? null : instantOf(extension.data.until, plan.zone),
  };
};

/** Last instant to change and send this dossier, in the plan's zone; of one that lapsed, the instant that it missed. */
export const openUntil = (dossier: Timed): DateTime => writableUntil(writingFacts(dossier));

/** What the plan gives a dossier that is sent back or opened again now. */
export const sentBackUntil = (dossier: Timed, at: DateTime): DateTime =>
  supplementDeadline(at, openUntil(dossier), dossier.plan);

/** The self-assessment as stored, or the untouched one that its first write starts from. */
export const assessmentOf = ({ round, candidate, assessment }: Dossier): Assessment =>
  assessment?.data ?? {
    round: round.data.round,
    candidate: { kind: candidate.kind, id: candidate.id },
    departmentId: candidate.departmentId,
    answers: {},
    wish: 'undecided',
  };

/** A dossier's nomination before anything has happened to it. */
export const draftNomination = ({ round, candidate }: Dossier, level: string): Nomination => ({
  round: round.data.round,
  candidate: { kind: candidate.kind, id: candidate.id },
  departmentId: candidate.departmentId,
  state: 'draft',
  level,
  proposal: null,
  snapshot: null,
  submitted: null,
  late: null,
  opinionDueAt: null,
  opinion: null,
  returned: null,
  accepted: null,
  hold: null,
  council: null,
  decision: null,
  declineReason: '',
  originalReceivedOn: null,
});
