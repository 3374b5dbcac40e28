import assert from 'node:assert/strict';
import { plannedRound } from '../../../src/domain/plan/rounds.ts';
import { create, load } from '../../../src/ports/documents.ts';
import { type DepartmentMeeting, meetingId, meetingRecord } from '../../../src/records/meeting.ts';
import { type Round, type RoundMilestone, roundId, roundRecord } from '../../../src/records/round.ts';
import { dept, type Office, person, scope } from '../../support/office.ts';
import { round, seedRound } from '../../support/seed-round.ts';

export type Dates = Partial<Record<RoundMilestone['id'], string>>;

/** The round of 2026 with the plan's milestones; `dates` as the plan of another unit might give them. */
export async function openMilestones(office: Office, dates: Dates = {}, more: Partial<Round> = {}): Promise<void> {
  const milestones = plannedRound(office.plan, round).milestones.map((milestone) => ({
    ...milestone,
    on: dates[milestone.id] ?? null,
    done: null,
    changed: null,
    rev: 0,
  }));
  await seedRound(office, { milestones, nextLookAt: '2026-12-01T00:00:00.000Z', ...more });
}

export async function roundNow(office: Office): Promise<Round> {
  const found = await load(office.store, scope.unit, roundRecord, roundId(round));
  assert.ok(found);
  return found.data;
}

export async function milestoneNow(office: Office, id: RoundMilestone['id']): Promise<RoundMilestone> {
  const found = (await roundNow(office)).milestones.find((milestone) => milestone.id === id);
  assert.ok(found);
  return found;
}

export async function recordMeeting({ store }: Office, department: 'office' | 'advice' | 'insurance'): Promise<void> {
  const data: DepartmentMeeting = {
    round,
    departmentId: dept(department),
    heldOn: '2026-11-20',
    present: 3,
    total: 4,
    chair: 'Đỗ Ăn',
    secretary: 'Nguyễn Văn An',
    notes: '',
    recorded: { by: person('adviceHead'), at: '2026-11-20T03:00:00.000Z' },
  };
  const id = meetingId(round, dept(department));
  await store.commit(scope.unit, [create(meetingRecord, scope, id, data)]);
}
