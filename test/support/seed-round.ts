import { DateTime } from 'luxon';
import { criteriaFor } from '../../src/domain/dossier/criteria.ts';
import type { NominationState } from '../../src/domain/dossier/nomination.ts';
import { stamp } from '../../src/ports/commit.ts';
import { create, decode, replace } from '../../src/ports/documents.ts';
import { type Assessment, assessmentId, assessmentRecord } from '../../src/records/assessment.ts';
import { type Nomination, nominationId, nominationRecord } from '../../src/records/nomination.ts';
import { personRecord } from '../../src/records/person.ts';
import { type Round, roundId, roundRecord } from '../../src/records/round.ts';
import { type Office, person, scope } from './office.ts';

const zone = 'Asia/Ho_Chi_Minh';
export const round = 'annual-2026';
export const instant = (iso: string): string => stamp(DateTime.fromISO(iso, { zone }));

/** The round of 2026 as the office opened it, written straight into the store. */
export async function seedRound(office: Office, more: Partial<Round> = {}): Promise<void> {
  const data: Round = {
    round,
    kind: 'annual',
    year: 2026,
    planVersion: office.unit.planVersion,
    opened: { by: person('office'), at: instant('2026-10-01T08:00:00') },
    deadline: instant('2026-11-30T23:59:59.999'),
    graceUntil: null,
    milestones: [],
    nextLookAt: null,
    ...more,
  };
  await office.store.commit(scope.unit, [create(roundRecord, scope, roundId(data.round), data)]);
}

interface Seed {
  readonly state?: NominationState;
  /** Criteria left unanswered. */
  readonly without?: readonly string[];
  readonly wish?: Assessment['wish'];
  readonly nomination?: Partial<Nomination>;
  readonly answers?: Assessment['answers'];
}

/** A person's assessment, and with `state` a dossier in that state, as earlier commands would have left them. @returns the dossier's id */
export async function seedDossier(office: Office, key: string, seed: Seed = {}): Promise<string> {
  const id = person(key);
  const stored = await office.store.get(scope.unit, id);
  if (stored === undefined) throw new Error(`no ${key} in the cast`);
  const who = decode(personRecord, stored).data;
  const candidate = { kind: 'person' as const, id };
  const at = instant('2026-11-01T09:00:00');
  const answer = { rating: 'met' as const, words: 'Đã hoàn thành nhiệm vụ được giao', reason: '', at, by: id };
  const criteria = criteriaFor(office.plan, { kind: 'person', roles: who.roles });
  const answers =
    seed.answers ??
    Object.fromEntries(criteria.filter((c) => !seed.without?.includes(c.id)).map((c) => [c.id, answer]));
  await office.store.commit(scope.unit, [
    create(assessmentRecord, scope, assessmentId(round, id), {
      round,
      candidate,
      departmentId: who.departmentId,
      answers,
      wish: seed.wish ?? 'asks',
    }),
  ]);
  const nomination = nominationId(seed.nomination?.round ?? round, id);
  if (seed.state === undefined) return nomination;
  const unsent = ['draft', 'lapsed', 'withdrawn'].includes(seed.state);
  const data: Nomination = {
    round,
    candidate,
    departmentId: who.departmentId,
    state: seed.state,
    level: 'unit',
    proposal: null,
    snapshot: unsent
      ? null
      : {
          name: who.fullName,
          title: who.title,
          gender: who.gender,
          departmentName: 'Phòng Tư vấn – Giới thiệu việc làm',
          reviewerId: person('adviceHead'),
        },
    submitted: unsent ? null : { by: id, at: instant('2026-11-10T09:00:00') },
    late: null,
    opinionDueAt: seed.state === 'submitted' ? instant('2026-11-13T17:00:00') : null,
    opinion:
      unsent || seed.state === 'submitted'
        ? null
        : { by: person('adviceHead'), at: instant('2026-11-12T10:00:00'), kind: 'agree', reason: '' },
    returned: null,
    accepted: null,
    hold: null,
    council: null,
    decision: null,
    declineReason: '',
    originalReceivedOn: null,
    ...seed.nomination,
  };
  await office.store.commit(scope.unit, [create(nominationRecord, scope, nomination, data)]);
  return nomination;
}

/** What a colleague's command did meanwhile. */
export async function changeNomination(office: Office, id: string, change: Partial<Nomination>): Promise<void> {
  const loaded = await nominationOf(office, id);
  await office.store.commit(scope.unit, [replace(nominationRecord, loaded, { ...loaded.data, ...change })]);
}

export async function nominationOf(office: Office, id: string) {
  const stored = await office.store.get(scope.unit, id);
  if (stored === undefined) throw new Error(`no ${id}`);
  return decode(nominationRecord, stored);
}
