import { DateTime } from 'luxon';
import type { NominationState } from '../../../src/domain/dossier/nomination.ts';
import { stamp } from '../../../src/ports/commit.ts';
import { create, decode, load, put, replace } from '../../../src/ports/documents.ts';
import { addressId, addressRecord, channelOwner } from '../../../src/records/address.ts';
import { type Assessment, assessmentId, assessmentRecord } from '../../../src/records/assessment.ts';
import { deliveryRecord } from '../../../src/records/message.ts';
import { type Nomination, nominationId, nominationRecord } from '../../../src/records/nomination.ts';
import { type Person, personRecord } from '../../../src/records/person.ts';
import { type Round, roundId, roundRecord } from '../../../src/records/round.ts';
import { dept, type Office, person, scope } from '../../support/office.ts';

export const round = 'annual-2026';
const zone = 'Asia/Ho_Chi_Minh';
const utc = (iso: string): string => stamp(DateTime.fromISO(iso, { zone }));

/** The round of 2026 as the office opens it: the calendar is to look at it at once. */
export async function openRound({ unit, store }: Office, more: Partial<Round> = {}): Promise<void> {
  const opened = { by: 'person:office', at: utc('2026-10-01T09:00') };
  const data: Round = {
    round,
    kind: 'annual',
    year: 2026,
    planVersion: unit.planVersion,
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
  readonly wish?: Assessment['wish'];
  readonly state?: NominationState;
  readonly nomination?: Partial<Nomination>;
  /** Instead of the round of 2026. */
  readonly in?: string;
}

/** Puts a candidate where the test needs them; `id` is a person's or a department's. */
export async function given(office: Office, id: string, facts: Given): Promise<void> {
  const { store, now } = office;
  const inRound = facts.in ?? round;
  const isPerson = id.startsWith('person:');
  const stored = isPerson ? await store.get(scope.unit, id) : undefined;
  const departmentId = stored === undefined ? id : decode(personRecord, stored).data.departmentId;
  const candidate = { kind: isPerson ? ('person' as const) : ('department' as const), id };
  const at = stamp(now);
  const answer = { rating: 'met' as const, words: 'Đã làm', reason: '', at, by: id };
  const assessment: Assessment = {
    round: inRound,
    candidate,
    departmentId,
    answers: Object.fromEntries((facts.answered ?? []).map((criterion) => [criterion, answer])),
    wish: facts.wish ?? 'undecided',
  };
  const assessmentKey = assessmentId(inRound, id);
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
      round: inRound,
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
    const key = nominationId(inRound, id);
    changes.push(
      put(nominationRecord, { ...scope, id: key }, await load(store, scope.unit, nominationRecord, key), nomination),
    );
  }
  await store.commit(scope.unit, changes);
}

/** A change of the roster. */
export async function change(office: Office, key: string, to: Partial<Person>): Promise<void> {
  const stored = await office.store.get(scope.unit, person(key));
  if (stored === undefined) throw new Error(`no ${key} in the cast`);
  const loaded = decode(personRecord, stored);
  await office.store.commit(scope.unit, [replace(personRecord, loaded, { ...loaded.data, ...to })]);
}

/** As the sender leaves a message that arrived. @param kinds what it tells, any of them */
export async function arrive(office: Office, ...kinds: readonly string[]): Promise<void> {
  for (const { id, to, data } of await office.owed()) {
    if (data.state !== 'pending' || !(await office.tells(data)).some((kind) => kinds.includes(kind))) continue;
    const loaded = await load(office.store, scope.unit, deliveryRecord, id);
    if (loaded === undefined) throw new Error(`no ${id}`);
    const { page, params } = data.show;
    const said = to.startsWith('channel:') ? {} : (await office.as(to).page(page, params))?.said;
    const show = { page, params: { ...params, ...said } };
    const sent = { ...loaded.data, show, state: 'sent' as const, sentAt: stamp(office.now) };
    await office.store.commit(scope.unit, [replace(deliveryRecord, loaded, sent)]);
  }
}

const sweeps = ['00:30', '07:45', '08:00', '08:30', '12:00', '20:00'];

/** Lives from day to day, looking at the rounds as the lane does, twice each time. @returns `dd/MM HH:mm kind → recipient` */
export async function live(
  office: Office,
  from: string,
  to: string,
  onDay: (day: string) => Promise<void> = async () => undefined,
): Promise<string[]> {
  const log: string[] = [];
  const known = new Set((await office.owed()).map((d) => d.id));
  for (let day = DateTime.fromISO(from); day <= DateTime.fromISO(to); day = day.plus({ days: 1 })) {
    for (const time of sweeps) {
      office.set(`${day.toISODate()}T${time}:00`);
      await office.runDue();
      await office.runDue();
      for (const { id, to: recipient, data } of await office.owed()) {
        if (known.has(id)) continue;
        known.add(id);
        for (const kind of await office.tells(data))
          log.push(`${office.now.toFormat('dd/MM HH:mm')} ${kind.replace('remind.', '')} → ${recipient}`);
      }
    }
    await onDay(day.toISODate() ?? '');
  }
  return log;
}

/** Everything that is asked of a person. */
export const done = { answered: ['CN1', 'CN2', 'CN3'], wish: 'asks', state: 'accepted' } as const;

export async function finish(office: Office, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) await given(office, `person:${key}`, done);
}

export async function finishCollectives(office: Office): Promise<void> {
  for (const key of ['office', 'advice', 'insurance'] as const) await given(office, dept(key), done);
}

/** Reminders owed so far, as `kind → recipient`, a line for each thing told. */
export async function reminders(office: Office): Promise<string[]> {
  const lines: string[] = [];
  for (const { to, data } of await office.owed())
    for (const kind of await office.tells(data)) if (kind.startsWith('remind.')) lines.push(`${kind.slice(7)} → ${to}`);
  return lines;
}
