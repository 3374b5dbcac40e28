import { backfill } from '../../../src/model/round/backfill.ts';
import { decode } from '../../../src/ports/documents.ts';
import { closingId, closingRecord } from '../../../src/records/closing.ts';
import { type Office, openOffice, scope } from '../../support/office.ts';
import { round, seedRound } from '../../support/seed-round.ts';

type Setup = NonNullable<Parameters<typeof openOffice>[0]>;

/** The last day of the round of 2026, whose end is owed. */
export async function lastDay(setup: Setup = {}): Promise<Office> {
  const office = await openOffice({ now: '2026-11-30T16:00:00', ...setup });
  await seedRound(office);
  await office.run(backfill);
  return office;
}

export async function closingOf(office: Office) {
  const stored = await office.store.get(scope.unit, closingId(round));
  if (stored === undefined) throw new Error('no closing');
  return decode(closingRecord, stored);
}

/** The instant from which what was not sent lapses. */
export const lapsing = '2026-12-01T00:01:59.999';
export const morning = '2026-12-01T07:30:00';
/** When people have the message of that morning. */
export const message = '2026-12-01T08:31:30';

export const toOf = async (office: Office, kind: string): Promise<string[]> =>
  (await office.owed(kind)).map(({ to }) => to).sort();

export const grace = (more: object = {}) => ({
  round,
  day: '2026-12-04',
  time: '17:00',
  reason: 'Mất kết nối mạng toàn cơ quan chiều ngày 30/11/2026.',
  seen: '0',
  step: 'yes',
  ...more,
});
