import { CodedError } from '../../domain/errors.ts';
import type { Dossier } from '../../model/dossier/dossier.ts';
import { idsOf } from '../../model/dossier/own.ts';
import { Refusal } from '../../pipeline/answer.ts';
import type { Turn } from '../../pipeline/turn.ts';
import { type DepartmentMeeting, meetingId, meetingRecord } from '../../records/meeting.ts';
import type { Nomination } from '../../records/nomination.ts';
import type { Loaded } from '../../records/record.ts';
import { missingNames } from './criterion.ts';
import { dossierShow } from './refs.ts';

/** What keeps a dossier from being sent, first thing first. */
export type Want = 'wish' | 'consent' | 'criteria' | 'meeting';

export const meetingOf = (turn: Turn, { round, candidate }: Dossier): Promise<Loaded<DepartmentMeeting> | undefined> =>
  turn.get(meetingRecord, meetingId(round.data.round, candidate.departmentId));

/** Evidence is never wanting: the plan asks for it "nếu có". */
export function wants(dossier: Dossier, meeting: Loaded<DepartmentMeeting> | undefined): Want[] {
  const { nomination, assessment, plan } = dossier;
  const found: readonly (readonly [Want, boolean])[] = [
    ['wish', nomination === undefined || assessment?.data.wish !== 'asks'],
    ['consent', nomination?.data.proposal?.consent === 'pending'],
    ['criteria', dossier.missing.length > 0],
    ['meeting', plan.settings.departmentMeeting === 'required' && meeting === undefined],
  ];
  return found.filter(([, isWanting]) => isWanting).map(([want]) => want);
}

const codes = {
  wish: 'NOT_ASKED',
  consent: 'CONSENT_PENDING',
  criteria: 'DOSSIER_INCOMPLETE',
  meeting: 'MEETING_MISSING',
} as const satisfies Record<Want, string>;

/** @throws Refusal NOT_ASKED, CONSENT_PENDING, DOSSIER_INCOMPLETE {missing}, MEETING_MISSING */
export async function requireReady(turn: Turn, dossier: Dossier): Promise<Loaded<Nomination>> {
  const [want] = wants(dossier, await meetingOf(turn, dossier));
  if (want !== undefined) {
    throw new Refusal(codes[want], {
      facts: { missing: missingNames(dossier) },
      show: dossierShow.ref(idsOf(dossier)),
    });
  }
  // `wants` names the wish when there is no nomination.
  if (dossier.nomination === undefined) throw new CodedError('NOT_ASKED');
  return dossier.nomination;
}

/** Changes whenever what is sent changes: state and level, answers, evidence. */
export const versionOf = ({ nomination, assessment, evidence }: Dossier): string =>
  [nomination?.rev ?? 0, assessment?.rev ?? 0, ...evidence.map((e) => `${e.data.criterion}:${e.id.slice(-6)}`)].join(
    '.',
  );
