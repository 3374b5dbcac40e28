import { stamp } from '../../src/ports/commit.ts';
import { create, decode } from '../../src/ports/documents.ts';
import { departmentRecord } from '../../src/records/department.ts';
import { type Nomination, nominationId, nominationRecord } from '../../src/records/nomination.ts';
import { type Person, personRecord } from '../../src/records/person.ts';
import { roundId, roundRecord } from '../../src/records/round.ts';
import { type Office, person, scope } from './office.ts';

export const round = 'annual-2026';
export const nomination = (candidate: string): string => nominationId(round, candidate);

/** The round of 2026, opened on 1 October. */
export async function openedRound(office: Office): Promise<void> {
  const data = {
    round,
    kind: 'annual' as const,
    year: 2026,
    planVersion: office.unit.planVersion,
    opened: { by: person('office'), at: '2026-10-01T01:00:00.000Z' },
    deadline: '2026-11-30T16:59:59.999Z',
    graceUntil: null,
    milestones: [],
    nextLookAt: null,
  };
  await office.store.commit(scope.unit, [create(roundRecord, scope, roundId(round), data)]);
}

/** When every dossier of these stories was sent. */
export const sentAt = '2026-11-20T02:00:00.000Z';

/** A dossier that has come as far as the council's door, or as `more` says. */
export async function dossier(office: Office, candidate: string, more: Partial<Nomination> = {}): Promise<void> {
  const stored = await office.store.get(scope.unit, candidate);
  if (stored === undefined) throw new Error(`nobody is ${candidate}`);
  const isPerson = candidate.startsWith('person:');
  const who = isPerson ? decode(personRecord, stored).data : undefined;
  const departmentId = who?.departmentId ?? candidate;
  const department = await office.store.get(scope.unit, departmentId);
  const departmentName = department === undefined ? '' : decode(departmentRecord, department).data.name;
  const data: Nomination = {
    round,
    candidate: { kind: isPerson ? 'person' : 'department', id: candidate },
    departmentId,
    state: 'accepted',
    level: 'unit',
    proposal: null,
    snapshot: {
      name: who?.fullName ?? departmentName,
      title: who?.title ?? '',
      gender: who?.gender ?? '',
      departmentName,
      reviewerId: null,
    },
    submitted: {
      by: isPerson ? candidate : candidate.replace('department:', 'person:').concat('Head'),
      at: sentAt,
    },
    late: null,
    opinionDueAt: null,
    opinion: null,
    returned: null,
    accepted: { by: person('office'), at: stamp(office.now), lateReason: '' },
    hold: null,
    council: null,
    decision: null,
    declineReason: '',
    originalReceivedOn: null,
    ...more,
  };
  await office.store.commit(scope.unit, [create(nominationRecord, scope, nomination(candidate), data)]);
}

export async function nominationOf(office: Office, candidate: string): Promise<Nomination> {
  const stored = await office.store.get(scope.unit, nomination(candidate));
  if (stored === undefined) throw new Error(`no dossier of ${candidate}`);
  return decode(nominationRecord, stored).data;
}

/** So many more people in a department, each with an accepted dossier; ids as long as real ones, names as long as they come. */
export async function crowd(office: Office, count: number, more: Partial<Nomination> = {}): Promise<string[]> {
  const ids = Array.from({ length: count }, (_, i) => `person:01JCROWD${String(i).padStart(18, '0')}`);
  for (const [i, id] of ids.entries()) {
    const data: Person = {
      fullName: `Tôn Nữ Hoàng Trường Phương Thảo Nguyên ${String.fromCharCode(65 + (i % 26))}${i}`,
      title: 'Chuyên viên tư vấn, giới thiệu việc làm',
      departmentId: 'department:advice',
      roles: ['staff'],
      gender: 'female',
      email: `crowd${i}@example.vn`,
      aadObjectId: `aad-crowd-${i}`,
      startDate: null,
      endDate: null,
      employmentType: 'publicEmployee',
      status: 'active',
      statusFrom: null,
      statusTo: null,
      organisations: [],
      locale: 'vi',
      quietRounds: [],
    };
    await office.store.commit(scope.unit, [create(personRecord, scope, id, data)]);
    await dossier(office, id, more);
  }
  return ids;
}

/** The six who sit on the council of the test office, by key, as a multiple choice sends them. */
export const council = ['director', 'vice', 'officeHead', 'secretary', 'adviceHead', 'insuranceHead'];
export const present = (...keys: string[]): string => (keys.length === 0 ? council : keys).map(person).join(',');
export const meeting = { heldOn: '2026-12-03', place: 'Phòng họp số 1', present: present(), notes: '' };
export const sessionOne = `session:${round}:1`;
