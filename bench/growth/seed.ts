import { readFileSync } from 'node:fs';
import { tenantId } from '../../sandbox/server/tenant.ts';
import { readPlan } from '../../src/domain/plan/read-plan.ts';
import { plannedRound } from '../../src/domain/plan/rounds.ts';
import { create, each, list } from '../../src/ports/documents.ts';
import type { Change, Store } from '../../src/ports/store.ts';
import { assessmentId, assessmentRecord } from '../../src/records/assessment.ts';
import { planRecord } from '../../src/records/campaign.ts';
import { sessionId, sessionRecord } from '../../src/records/council.ts';
import { departmentRecord } from '../../src/records/department.ts';
import { type Nomination, nominationId, nominationRecord } from '../../src/records/nomination.ts';
import { type Person, personRecord } from '../../src/records/person.ts';
import type { Loaded, Scope } from '../../src/records/record.ts';
import { openBotStore } from '../fanout/bot-store.ts';

const round = 'annual-2026';
export const session = sessionId(round, 1);
/** A Monday: the first digest of a round that was opened the day before. */
export const digestAt = '2026-10-26T01:00:00.000Z';
const openedAt = '2026-10-25T02:00:00.000Z';
const beforeCouncil = 40;
/** With what is counted of each, fewer than one transaction takes. */
const atOnce = 30;

/** A round in the middle of its work, written into the store of a bot that is not running. @returns who is before the council */
export async function seedRound(env: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const plan = readPlan(readFileSync(env.PLAN_FILE ?? '', 'utf8'));
  const scope: Scope = { tenant: tenantId, unit: plan.unit.id };
  const store = openBotStore(env.DATA_DIR ?? '');
  try {
    const [adopted] = await list(store, { unit: scope.unit, type: planRecord });
    const { id, kind, year, deadline, milestones } = plannedRound(plan, round);
    const data = {
      ...{ round: id, kind, year, planVersion: adopted?.data.version ?? '', milestones, graceUntil: null },
      opened: { by: 'system', at: openedAt },
      deadline: deadline.toUTC().toISO() ?? '',
      nextLookAt: digestAt,
    };
    // In its first shape, which every release reads.
    const doc = { ...scope, id: `round:${id}`, type: 'round', v: 1, rev: 1, index: {}, data };
    await store.commit(scope.unit, [{ op: 'create', doc: { ...doc, lane: 'calendar', dueAt: digestAt } }]);
    return await seedDossiers(store, scope);
  } finally {
    await store.close();
  }
}

/** Every second person has begun, every tenth has sent a dossier, forty have come before the council. */
async function seedDossiers(store: Store, scope: Scope): Promise<string[]> {
  const { unit } = scope;
  const departments = new Map((await list(store, { unit, type: departmentRecord })).map((d) => [d.id, d.data.name]));
  const people: Loaded<Person>[] = [];
  for await (const person of each(store, { unit, type: personRecord })) people.push(person);
  const members = people
    .filter(({ data }) => data.roles.some((role) => role.startsWith('council')))
    .map(({ id }) => id);
  const staff = people.filter(({ data }) => data.roles.join() === 'staff' && !data.email.startsWith('p000008@'));
  const tabled = staff.slice(0, beforeCouncil).map(({ id }) => id);
  let changes: Change[] = [
    create(sessionRecord, scope, session, {
      ...{ round, number: 1, heldOn: '2026-10-25', place: 'Phòng họp số 1', notes: '', members, present: members },
      considered: tabled,
      rules: { quorum: { numerator: 2, denominator: 3 }, passPercent: 80, passOf: 'total', ownCase: 'abstains' },
      state: 'recording',
      recorded: { by: members[0] ?? '', at: openedAt },
      minutes: null,
    }),
  ];
  for (const [i, person] of staff.entries()) {
    const isTabled = i < beforeCouncil;
    if (!isTabled && i % 2 === 1) continue;
    changes.push(assessmentOf(scope, person));
    if (isTabled || i % 10 === 0)
      changes.push(
        nominationOf(scope, person, isTabled ? 'tabled' : 'submitted', departments.get(person.data.departmentId)),
      );
    if (changes.length < atOnce) continue;
    await store.commit(unit, changes);
    changes = [];
  }
  if (changes.length > 0) await store.commit(unit, changes);
  return tabled;
}

function assessmentOf(scope: Scope, { id, data }: Loaded<Person>): Change {
  const answer = {
    rating: 'met' as const,
    words: 'Hoàn thành tốt nhiệm vụ được giao.',
    reason: '',
    at: openedAt,
    by: id,
  };
  return create(assessmentRecord, scope, assessmentId(round, id), {
    ...{ round, candidate: { kind: 'person' as const, id }, departmentId: data.departmentId },
    ...{ answers: { CN1: answer, CN2: answer }, wish: 'asks' },
  });
}

function nominationOf(
  scope: Scope,
  { id, data }: Loaded<Person>,
  state: Nomination['state'],
  departmentName = '',
): Change {
  return create(nominationRecord, scope, nominationId(round, id), {
    ...{ round, candidate: { kind: 'person' as const, id }, departmentId: data.departmentId, state, level: 'unit' },
    snapshot: { name: data.fullName, title: data.title, gender: data.gender, departmentName, reviewerId: null },
    submitted: { by: id, at: openedAt },
    ...{ proposal: null, late: null, opinionDueAt: null, opinion: null, returned: null, accepted: null, hold: null },
    ...{ council: null, decision: null, declineReason: '', originalReceivedOn: null },
  });
}
