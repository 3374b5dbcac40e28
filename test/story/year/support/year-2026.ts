import assert from 'node:assert/strict';
import { launchFor } from '../../../../src/features/campaign/launch-for.ts';
import { create, decode } from '../../../../src/ports/documents.ts';
import { personRecord } from '../../../../src/records/person.ts';
import { change } from '../../../features/reminders/a-round.ts';
import { dept, person, scope } from '../../../support/office.ts';
import {
  accepts,
  agrees,
  assesses,
  councilSits,
  decides,
  launches,
  milestone,
  opens,
  publishes,
  returns,
  sends,
} from './acts.ts';
import type { Act, Life } from './life.ts';

const round = 'annual-2026';
/** What people do of themselves in the year; between their acts the bot is alone with the calendar. */
export const acts2026: readonly Act[] = [
  ['2026-09-21T09:00', ({ office }) => launches(office)],
  ['2026-10-01T09:00', ({ office }) => opens(office, round)],
  [
    '2026-10-13T10:00',
    async ({ office }) => {
      for (const key of ['director', 'vice', 'officeHead', 'secretary', 'insuranceHead'])
        await office.as(key).click('nomination.decline');
      await office.as('thao').click('remind.stop', { round });
    },
  ],
  [
    '2026-10-14T10:00',
    async ({ office }) => {
      await sends(office, 'office');
      await sends(office, 'adviceDeputy');
      await sends(office, 'officeHead', { candidate: dept('office') });
    },
  ],
  [
    '2026-10-15T10:00',
    async ({ office }) => {
      await agrees(office, 'officeHead', round, person('office'));
      await agrees(office, 'director', round, dept('office'));
    },
  ],
  [
    '2026-10-20T09:00',
    async ({ office }) => {
      await accepts(office, 'office', round, person('adviceDeputy'));
      await accepts(office, 'secretary', round, person('office'));
      await accepts(office, 'secretary', round, dept('office'));
    },
  ],
  // The head of one department leaves; nobody stands in.
  ['2026-10-26T09:00', ({ office }) => change(office, 'insuranceHead', { endDate: '2026-10-31' })],
  [
    '2026-11-06T16:00',
    async ({ office }) => {
      await change(office, 'hniê', { status: 'onLeave', statusFrom: '2026-11-09', statusTo: '2026-11-22' });
      await assesses(office, 'adviceHead');
      await office.as('adviceHead').click('nomination.request', { level: 'unit' });
    },
  ],
  [
    '2026-11-10T08:00',
    async (life) => {
      await joins(life, 'tú', 'insurance');
    },
  ],
  ['2026-11-18T09:00', ({ office }) => change(office, 'an2', { departmentId: dept('insurance') })],
  ['2026-11-19T09:00', ({ office }) => change(office, 'on', { endDate: '2026-11-19' })],
  ['2026-11-20T10:00', ({ office }) => sends(office, 'an')],
  ['2026-11-24T10:00', ({ office }) => office.as('hniê').click('nomination.decline')],
  ['2026-11-25T10:00', ({ office }) => agrees(office, 'adviceHead', round, person('an'))],
  ['2026-11-25T14:00', ({ office }) => sends(office, 'tú')],
  [
    '2026-11-26T09:00',
    async ({ office }) => {
      await accepts(office, 'office', round, person('an'));
      await returns(office, 'office', round, person('tú'));
      await change(office, 'adviceHead', { status: 'onLeave', statusFrom: '2026-11-27', statusTo: '2026-11-29' });
    },
  ],
  ['2026-11-29T15:00', ({ office }) => office.as('an2').click('nomination.request', { level: 'unit' })],
  [
    '2026-12-01T10:00',
    async ({ office }) => {
      await milestone(office, 'office', round, 'council', '10/12/2026');
      await milestone(office, 'office', round, 'councilReport', '11/12/2026');
      await milestone(office, 'office', round, 'decision', '15/12/2026');
      await milestone(office, 'office', round, 'toSo', '18/12/2026');
    },
  ],
  [
    '2026-12-10T14:00',
    async ({ office }) => {
      await councilSits(office, round, [dept('office'), person('office'), person('adviceDeputy'), person('an')]);
    },
  ],
  ['2026-12-11T14:00', ({ office }) => milestone(office, 'secretary', round, 'councilReport', '')],
  ['2026-12-15T10:00', ({ office }) => decides(office, round)],
  ['2026-12-16T09:00', ({ office }) => publishes(office, round)],
];

/** Somebody new, who installs the app on the same day. */
async function joins({ office, installed }: Life, key: string, department: 'insurance'): Promise<void> {
  const data = {
    fullName: 'Nguyễn Thị Cẩm Tú',
    title: 'Chuyên viên',
    departmentId: dept(department),
    roles: ['staff' as const],
    gender: 'female' as const,
    email: `${key}@example.vn`,
    aadObjectId: `aad-${key}`,
    startDate: office.now.toISODate(),
    endDate: null,
    employmentType: 'publicEmployee' as const,
    status: 'active' as const,
    statusFrom: null,
    statusTo: null,
    organisations: [],
    locale: 'vi' as const,
    quietRounds: [],
  };
  await office.store.commit(scope.unit, [create(personRecord, scope, person(key), data)]);
  const stored = await office.store.get(scope.unit, person(key));
  assert.ok(stored);
  const launch = await launchFor(office.turn(), decode(personRecord, stored), office.now);
  await installed(person(key), `a:${key}`, launch);
}
