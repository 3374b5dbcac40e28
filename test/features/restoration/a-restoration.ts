import { DateTime } from 'luxon';
import { owe } from '../../../src/delivery/owe/owe.ts';
import { create, decode, list, replace } from '../../../src/ports/documents.ts';
import { type Delivery, deliveryRecord, type Spread, spreadRecord } from '../../../src/records/message.ts';
import { type Restoration, restorationRecord } from '../../../src/records/restoration.ts';
import { type Office, openOffice, person, scope } from '../../support/office.ts';
import { restored } from '../../support/restored.ts';

export const spread = 'spread:roundOpened:round:annual-2026';
const at = DateTime.fromISO('2026-11-01T08:00:00', { zone: 'Asia/Ho_Chi_Minh' });

/** One message of each kind to a person, unsent. */
export const kinds = [
  'announce.launch',
  'review.request',
  'remind.staff',
  'results.notice',
  'intake.accepted',
  'answer',
];

/** An office in which these were unsent, and an announcement to everyone had come to nobody, when its backup was made. */
export async function restoredOffice(unsent: readonly string[] = kinds, more: Partial<Delivery> = {}) {
  const office = await openOffice();
  for (const [i, kind] of unsent.entries()) await unsentOne(office, kind, i, more);
  await office.store.commit(scope.unit, [create(spreadRecord, scope, spread, running)]);
  return { office, id: await restored(office) };
}

/** @param n tells apart messages of one kind */
export async function unsentOne(office: Office, kind: string, n = 0, more: Partial<Delivery> = {}): Promise<void> {
  const owing = { to: person('an'), kind, show: { page: 'todo.show', params: {} }, subject: `x:${n}`, rev: 1 };
  const change = owe(scope, at, owing);
  if (change.op !== 'create') throw new Error('not owed');
  const data = { ...(change.doc.data as Delivery), ...more };
  await office.store.commit(scope.unit, [create(deliveryRecord, scope, change.doc.id, data)]);
}

const running: Spread = {
  kind: 'roundOpened',
  audience: { kind: 'everyone' },
  params: { round: 'annual-2026' },
  cursor: '',
  owed: 0,
  passed: 0,
  state: 'running',
  dueAt: '2026-11-01T01:00:00.000Z',
  startedBy: person('office'),
  startedAt: '2026-11-01T01:00:00.000Z',
  endedAt: null,
  watchAt: null,
  seen: '',
  dropped: false,
};

export async function restorationNow(office: Office, id: string): Promise<Restoration> {
  const stored = await office.store.get(scope.unit, id);
  if (stored === undefined) throw new Error(`no ${id}`);
  return decode(restorationRecord, stored).data;
}

/** The states in which messages stand, those of the spread's own left out. */
export async function states(office: Office): Promise<string[]> {
  const all = await list(office.store, { unit: scope.unit, type: deliveryRecord });
  return all.filter(({ data }) => data.cause !== spread).map(({ data }) => data.state);
}

export async function write(office: Office, id: string, change: Partial<Delivery>): Promise<void> {
  const stored = await office.store.get(scope.unit, id);
  if (stored === undefined) throw new Error(`no ${id}`);
  const delivery = decode(deliveryRecord, stored);
  await office.store.commit(scope.unit, [replace(deliveryRecord, delivery, { ...delivery.data, ...change })]);
}
