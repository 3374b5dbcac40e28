import { DateTime } from 'luxon';
import type { NominationState } from '../../../src/domain/nomination.ts';
import { stamp } from '../../../src/ports/commit.ts';
import { create, decode, load, put } from '../../../src/ports/documents.ts';
import { addressId, addressRecord, channelOwner } from '../../../src/records/address.ts';
import { type Assessment, assessmentId, assessmentRecord } from '../../../src/records/assessment.ts';
import { type Nomination, nominationId, nominationRecord } from '../../../src/records/nomination.ts';
import { personRecord } from '../../../src/records/person.ts';
import { type Round, roundId, roundRecord } from '../../../src/records/round.ts';
import { dept, type Office, scope } from '../../support/office.ts';

export const round = 'annual-2026';
const zone = 'Asia/Ho_Chi_Minh';
const utc = (iso: string): string => stamp(DateTime.fromISO(iso, { zone }));

/** The round of 2026 as the office opens it: the calendar is to look at it at once. */
export async function openRound({ deps, store }: Office, more: Partial<Round> = {}): Promise<void> {
  const opened = { by: 'person:office', at: utc('2026-10-01T09:00') };
  const data: Round = {
    round,
    kind: 'annual',
    year: 2026,
    planVersion: deps.planVersion,
    opened,
    deadline: utc('2026-11-30T23:59:59.999'),
    graceUntil: null,
    milestones: [],
    nextLookAt: opened.at,
    ...more,
  };
  await store.commit(scope.unit, [create(roundRecord, scope, roundId(data.round), data)]);
}

export async function bindOfficeChannel({ store }: Office, reachable: 'yes' | 'blocked' = 'yes'): Promise<void> {
  const owner = channelOwner('office');
  const data = {
    owner,
    conversationId: '19:office@thread.tacv2',
    serviceUrl: 'http://127.0.0.1/',
    userId: '',
    botId: '28:bot',
    teamId: '19:team@thread.tacv2',
    channelName: 'Thi đua',
    reachable,
    reason: '',
    at: utc('2026-10-01T09:00'),
  };
  await store.commit(scope.unit, [create(addressRecord, scope, addressId(owner), data)]);
}

interface Given {
  /** Criterion ids answered in full. */
  readonly answered?: readonly string[];
  readonly finished?: boolean;
  readonly wish?: Assessment['wish'];
  readonly state?: NominationState;
  readonly nomination?: Partial<Nomination>;
}

/** Puts a candidate where the test needs them; `id` is a person's or a department's. */
export async function given(office: Office, id: string, facts: Given): Promise<void> {
  const { store, now } = office;
  const isPerson = id.startsWith('person:');
  const person = isPerson ? await store.get(scope.unit, id) : undefined;
  const departmentId = person === undefined ? id : decode(personRecord, person).data.departmentId;
  const candidate = { kind: isPerson ? ('person' as const) : ('department' as const), id };
  const at = stamp(now);
  const answer = { rating: 'met' as const, words: 'Đã làm', reason: '', at, by: id };
  const assessment: Assessment = {
    round,
    candidate,
    departmentId,
    answers: Object.fromEntries((facts.answered ?? []).map((criterion) => [criterion, answer])),
    wish: facts.wish ?? 'undecided',
    finishedAt: facts.finished ? at : null,
  };
  const assessmentKey = assessmentId(round, id);
  const changes = [
    put(
      assessmentRecord,
      { ...scope, id: assessmentKey },
      await load(store, scope.unit, assessmentRecord, assessmentKey),
      assessment,
    ),
  ];
  if (facts.state !== undefined) {
    const nomination: Nomination = {
      round,
      candidate,
      departmentId,
      state: facts.state,
      level: 'unit',
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
      ...facts.nomination,
    };
    const key = nominationId(round, id);
    changes.push(
      put(nominationRecord, { ...scope, id: key }, await load(store, scope.unit, nominationRecord, key), nomination),
    );
  }
  await store.commit(scope.unit, changes);
}

/** Everything that is asked of a person. */
export const done = { answered: ['CN1', 'CN2', 'CN3'], finished: true, wish: 'asks', state: 'accepted' } as const;

export async function finish(office: Office, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) await given(office, `person:${key}`, done);
}

export async function finishCollectives(office: Office): Promise<void> {
  for (const key of ['office', 'advice', 'insurance'] as const) await given(office, dept(key), done);
}

/** Reminders owed so far, as `kind → recipient`, in order of their names. */
export const reminders = async (office: Office): Promise<string[]> =>
  (await office.owed())
    .filter((d) => d.data.kind.startsWith('remind.'))
    .map((d) => `${d.data.kind.slice(7)} → ${d.to}`);
