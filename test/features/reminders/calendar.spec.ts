import assert from 'node:assert/strict';
import { roundId } from '../../../src/records/round.ts';
import { everyoneBut, type Office, openOffice, person, scope, textOf } from '../../support/office.ts';
import { bindOfficeChannel, done, finish, finishCollectives, given, live, openRound, round } from './a-round.ts';

/** Everyone has finished but: an (nothing yet), an2 (declined), hniê (on leave), on (left), thao (nothing yet, wants no reminders). */
async function november(): Promise<Office> {
  const office = await openOffice({
    now: '2026-11-01T07:00:00',
    people: {
      hniê: { status: 'onLeave', statusFrom: '2026-10-15', statusTo: null },
      on: { status: 'left', statusFrom: '2026-10-20' },
      thao: { quietRounds: [round] },
    },
  });
  await openRound(office);
  await bindOfficeChannel(office);
  await finish(office, ...everyoneBut('an', 'an2', 'hniê', 'on', 'thao'));
  await given(office, person('an2'), { wish: 'declines' });
  await finishCollectives(office);
  return office;
}

const digests = (...days: readonly string[]): string[] => days.map((day) => `${day} 08:00 digest → channel:office`);
const heads = ['adviceHead', 'insuranceHead'];

describe('reminders by the calendar', () => {
  it('play November 2026: who gets what, on which day', async () => {
    const office = await november();
    const log = await live(office, '2026-11-01', '2026-12-05', async (day) => {
      if (day === '2026-11-23') await given(office, person('an'), done);
    });
    const expected = [
      // The head's list of 30/10, missed before the sweeps began, goes out in the place of the weekly one.
      ...heads.map((head) => `02/11 08:30 head → ${head}`),
      ...heads.map((head) => `09/11 08:30 head → ${head}`),
      // Nothing changes but what an does on 23/11.
      ...digests('02/11', '25/11'),
      '23/11 08:30 leaders → director',
      // On leave since the round opened: told once that nothing is required.
      '16/11 08:30 round.leave → hniê',
      '16/11 08:30 staff → an',
      '23/11 08:30 staff → an',
      ...['16/11', '23/11'].flatMap((day) => heads.map((head) => `${day} 08:30 head → ${head}`)),
      // From here an has finished: the advice department is done, thao of insurance is not.
      '27/11 08:30 head → insuranceHead',
      '30/11 08:30 head → insuranceHead',
    ];
    assert.deepEqual(log.sort(), expected.sort());
  });

  it('send one reminder, not a backlog, after ten days of standing still', async () => {
    const office = await november();
    await live(office, '2026-11-01', '2026-11-15');
    const log = await live(office, '2026-11-26', '2026-11-26');
    assert.deepEqual(log.sort(), [
      '26/11 07:45 head → adviceHead',
      '26/11 07:45 head → insuranceHead',
      '26/11 07:45 leaders → director',
      '26/11 07:45 round.leave → hniê',
      '26/11 07:45 staff → an',
    ]);
    const waves = (await office.dump('wave')).filter((doc) => (doc.data as { outcome: string }).outcome === 'merged');
    assert.deepEqual(
      waves.map((doc) => doc.id).filter((id) => id.slice(-10) >= '2026-11-15'),
      ['head', 'officeDigest', 'staff'].flatMap((kind) =>
        (kind === 'officeDigest' ? ['16', '23', '25'] : ['16']).map((d) => `wave:${round}:${kind}:2026-11-${d}`),
      ),
    );
  });

  it('remind nobody after the deadline, whatever was missed', async () => {
    const office = await november();
    assert.deepEqual(
      (await live(office, '2026-12-01', '2026-12-10')).filter((line) => !line.includes('digest')),
      [],
    );
  });

  it('go on to the end of a recorded grace window', async () => {
    const office = await openOffice({ now: '2026-11-30T07:00:00' });
    await openRound(office, { graceUntil: '2026-12-02T16:59:59.999Z' });
    const log = await live(office, '2026-12-01', '2026-12-05');
    assert.equal(log.filter((line) => line.endsWith('staff → an')).length, 2);
    assert.deepEqual(
      log.filter((line) => line > '03/12' && line < '06/12'),
      [],
    );
  });

  it('end on the Friday when the last day is a Saturday: 30/11/2030', async () => {
    const office = await openOffice({ now: '2030-11-27T07:00:00' });
    await openRound(office, {
      round: 'final-2030',
      kind: 'final',
      year: 2030,
      opened: { by: person('office'), at: '2030-11-26T02:00:00.000Z' },
      deadline: '2030-11-30T16:59:59.999Z',
    });
    const log = await live(office, '2030-11-27', '2030-12-02');
    assert.deepEqual(
      log.filter((line) => line.endsWith('staff → an')),
      ['29/11 08:30 staff → an'],
    );
    office.set('2030-11-29T09:00:00');
    const [reminder] = (await office.owed('remind.staff')).filter((d) => d.to === 'an');
    const shown = await office.as('an').page('reminders.staff', reminder?.data.show.params ?? {});
    assert.match(textOf(shown?.card), /Hồ sơ được nhận đến hết ngày 30\/11\/2030 \(thứ Bảy\)\./);
  });

  it('change nothing when the look is repeated, nor when two look at once', async () => {
    const office = await november();
    office.set('2026-11-16T08:30:00');
    const stored = await office.store.get(scope.unit, roundId(round));
    assert.ok(stored);
    const both = await Promise.allSettled([office.lane('calendar', stored), office.lane('calendar', stored)]);
    assert.deepEqual(both.map((each) => each.status).sort(), ['fulfilled', 'rejected']);
    const waves = await office.dump('wave');
    await office.runDue();
    const owed = await office.owed();
    const again = await office.store.get(scope.unit, roundId(round));
    assert.ok(again);
    await office.lane('calendar', again);
    await office.runDue();
    assert.deepEqual(await office.dump('wave'), waves);
    assert.deepEqual(await office.owed(), owed);
  });

  it('every message of a morning names its day and is counted under it, whatever owed it first, and is never sent twice', async () => {
    const office = await november();
    office.set('2026-11-16T08:30:00');
    await office.runDue();
    const [staff] = await office.owed('remind.staff');
    assert.ok(staff);
    assert.equal(staff.id, `delivery:reminder:2026-11-16@1:remind.day:${person('an')}`);
    for (const { data } of await office.owed('remind.head')) {
      assert.equal(data.cause, 'spread:morning:2026-11-16');
      assert.equal(data.kind, 'remind.day');
    }
    assert.equal(staff.data.cause, 'spread:morning:2026-11-16');
    assert.equal(staff.data.onUnknown, 'leave');
  });

  it('reach nobody when the work stood still until after the deadline', async () => {
    const office = await november();
    office.set('2026-11-30T08:30:00');
    const stored = await office.store.get(scope.unit, roundId(round));
    assert.ok(stored);
    await office.lane('calendar', stored);
    assert.equal((await office.dump('spread')).length, 3);
    office.set('2026-12-01T00:00:00');
    await office.runDue();
    assert.deepEqual(
      (await office.owed()).map((d) => d.data.kind),
      ['remind.digest'],
    );
    const [digest] = await office.owed();
    assert.equal(digest?.data.expiresAt, '2026-11-30T16:59:59.999Z');
  });

  it('bring the digest to the office one by one while no channel is bound, or the channel is gone', async () => {
    for (const reachable of [undefined, 'blocked'] as const) {
      const office = await openOffice({ now: '2026-11-09T08:00:00' });
      await openRound(office);
      if (reachable !== undefined) await bindOfficeChannel(office, reachable);
      await office.runDue();
      const to = (await office.owed('remind.digest')).map((d) => d.to);
      assert.deepEqual(to.sort(), ['office', 'officeHead', 'secretary']);
    }
  });

  it('spare heads whose department is done, and no one else of the officers', async () => {
    const office = await november();
    await given(office, person('thao'), done);
    office.set('2026-11-16T08:30:00');
    await office.runDue();
    assert.deepEqual(
      (await office.owed('remind.head')).map((d) => d.to),
      ['adviceHead'],
    );
  });
});
