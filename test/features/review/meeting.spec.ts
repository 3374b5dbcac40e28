import assert from 'node:assert/strict';
import type { Plan } from '../../../src/domain/plan/plan.ts';
import { decode } from '../../../src/ports/documents.ts';
import { meetingId, meetingRecord } from '../../../src/records/meeting.ts';
import { personRecord } from '../../../src/records/person.ts';
import { dept, type Office, openOffice, person, scope } from '../../support/office.ts';
import { instant, round, seedRound } from '../../support/seed-round.ts';

const held = {
  heldOn: '2026-11-10',
  present: '9',
  total: '11',
  chair: 'Đỗ Ăn',
  secretary: 'Trịnh Thị Ẩn',
  notes: 'Thống nhất đề nghị 02 cá nhân.',
};
const withMeeting = (departmentMeeting: Plan['settings']['departmentMeeting']) => (plan: Plan) => ({
  ...plan,
  settings: { ...plan.settings, departmentMeeting },
});

describe('meeting.record', () => {
  let office: Office;
  beforeEach(async () => {
    office = await openOffice({ now: '2026-11-12T09:00:00' });
    await seedRound(office);
  });
  const record = (more: object = {}, as = 'adviceHead') =>
    office.as(as).click('meeting.record', { round, rev: '0', ...held, ...more });
  const stored = async (department: 'advice' | 'insurance' = 'advice') => {
    const found = await office.store.get(scope.unit, meetingId(round, dept(department)));
    return found === undefined ? undefined : decode(meetingRecord, found);
  };

  it('keeps what the head or the deputy recorded, and the department’s page shows it', async () => {
    const { text } = await record({ chair: '  Đỗ Ăn ' }, 'adviceDeputy');
    assert.deepEqual((await stored())?.data, {
      round,
      departmentId: dept('advice'),
      ...held,
      present: 9,
      total: 11,
      recorded: { by: person('adviceDeputy'), at: instant('2026-11-12T09:00:00') },
    });
    assert.match(text, /Đã lưu biên bản họp bình xét/);
    assert.match(text, /Họp ngày 10\/11\/2026, có mặt 9\/11 người\. Trịnh Thị Ẩn ghi lúc 09:00 ngày 12\/11\/2026/);
    assert.match(text, /Thống nhất đề nghị 02 cá nhân/);
  });

  it('opens with what most meetings are like: today, everyone at work, under the head', async () => {
    const { card } = await office.as('adviceDeputy').click('meeting.record', { round });
    const shown = JSON.stringify(card);
    for (const value of [
      '"id":"heldOn"[^}]*"value":"2026-11-12"',
      '"id":"total"[^}]*"value":"5"',
      '"id":"chair"[^}]*"value":"Đỗ Ăn"',
    ])
      assert.match(shown, new RegExp(value));
  });

  it('is offered only as long as it can be recorded; what was recorded is read afterwards', async () => {
    await record();
    const offered = async () =>
      JSON.stringify((await office.as('adviceHead').click('collective.show', { round })).card).includes(
        '"meeting.record"',
      );
    assert.ok(await offered());
    office.set('2026-12-01T09:00:00');
    assert.ok(!(await offered()));
    assert.match((await office.as('adviceHead').click('collective.show', { round })).text, /10\/11\/2026/);
    await assert.rejects(record({ rev: '1' }), (error: { code?: string }) => error.code === 'DEADLINE_PASSED');
  });

  it('takes numbers as numbers and a date as people write it', async () => {
    await record({ present: 9, total: 11, heldOn: '10/11/2026' });
    assert.equal((await stored())?.data.heldOn, '2026-11-10');
  });

  it('can be corrected, and the form opens with what is stored', async () => {
    await record();
    const form = await office.as('adviceHead').click('meeting.record', { round });
    assert.match(JSON.stringify(form.card), /"rev":"1"/);
    assert.match(JSON.stringify(form.card), /Trịnh Thị Ẩn/);
    await record({ rev: '1', present: '10' });
    assert.equal((await stored())?.data.present, 10);
    assert.equal((await stored())?.rev, 2);
  });

  it('the same click twice, also at once, is recorded once', async () => {
    await Promise.all([record(), record()]);
    await record();
    assert.equal((await stored())?.rev, 1);
  });

  it('what someone else recorded meanwhile is not overwritten: both texts come back', async () => {
    await record({}, 'adviceDeputy');
    await assert.rejects(record({ notes: 'Nội dung khác' }), (error: Record<string, unknown>) => {
      assert.equal(error.code, 'MEETING_CHANGED');
      assert.equal((error.facts as { by: string }).by, 'Trịnh Thị Ẩn');
      assert.equal((error.typed as { notes: string }).notes, 'Nội dung khác');
      assert.deepEqual(error.show, { page: 'review.meeting', params: { round } });
      return true;
    });
    assert.equal((await stored())?.data.notes, held.notes);
    const head = await office.store.get(scope.unit, person('adviceHead'));
    assert.ok(head);
    const back = await office.pages.compose(
      { page: 'review.meeting', params: { round } },
      {
        viewer: {
          unit: scope.unit,
          owner: person('adviceHead'),
          person: decode(personRecord, head),
          locale: 'vi',
          at: office.now,
        },
        typed: { ...held, notes: 'Nội dung khác' },
      },
    );
    const card = JSON.stringify(back?.card);
    assert.match(card, /Nội dung khác/);
    assert.match(card, /Thống nhất đề nghị 02 cá nhân/);
    assert.match(card, /"rev":"1"/);
  });

  const refusals: readonly (readonly [why: string, change: object, code: string])[] = [
    ['no date', { heldOn: '' }, 'MEETING_DATE'],
    ['a date that does not exist', { heldOn: '2026-02-30' }, 'MEETING_DATE'],
    ['tomorrow', { heldOn: '2026-11-13' }, 'MEETING_IN_FUTURE'],
    ['more present than there are', { present: '12' }, 'MEETING_TOO_MANY'],
    ['half a person', { present: '1.5' }, 'MEETING_COUNT'],
    ['a negative number', { present: '-1' }, 'MEETING_COUNT'],
    ['no total', { total: '' }, 'MEETING_COUNT'],
    ['no chair', { chair: ' ' }, 'MEETING_OFFICERS'],
    ['no secretary', { secretary: '' }, 'MEETING_OFFICERS'],
    ['notes of 4,001 characters', { notes: 'ạ'.repeat(4_001) }, 'MEETING_NOTES_TOO_LONG'],
    ['a name of 201 characters', { chair: 'x'.repeat(201) }, 'MEETING_NAME_TOO_LONG'],
  ];
  for (const [why, change, code] of refusals) {
    it(`refuses ${why} and gives back what was typed`, async () => {
      await assert.rejects(record(change), (error: Record<string, unknown>) => {
        assert.equal(error.code, code);
        assert.deepEqual(error.typed, { ...held, ...change });
        return true;
      });
      assert.equal(await stored(), undefined);
    });
  }

  for (const who of ['an', 'thao', 'office', 'director', 'vice']) {
    it(`is for heads and deputies: not ${who}`, () => assert.rejects(record({}, who), { code: 'NOT_HEAD' }));
  }

  it('is of the own department whatever the card says', async () => {
    await record({}, 'insuranceHead');
    assert.equal(await stored(), undefined);
    assert.ok(await stored('insurance'));
    await assert.rejects(record({ department: dept('advice') }, 'insuranceHead'), { code: 'BAD_CARD' });
  });

  it('closes with the round, a recorded grace window included', async () => {
    office.set('2026-11-30T23:59:59');
    await record({ heldOn: '2026-11-30' });
    office.set('2026-12-01T00:00:00');
    await assert.rejects(record({ rev: '1', present: '10' }), { code: 'DEADLINE_PASSED' });
    assert.equal((await stored())?.data.present, 9);
  });

  it('where the unit keeps none it is neither offered nor taken', async () => {
    office = await openOffice({ now: '2026-11-12T09:00:00', plan: withMeeting('off') });
    await seedRound(office);
    await assert.rejects(record(), { code: 'MEETING_OFF' });
    assert.doesNotMatch((await office.as('adviceHead').say('hồ sơ tập thể')).text, /họp bình xét/i);
  });

  it('where the unit requires it the page says so until it is there', async () => {
    office = await openOffice({ now: '2026-11-12T09:00:00', plan: withMeeting('required') });
    await seedRound(office);
    const page = async () => (await office.as('adviceHead').say('hồ sơ tập thể')).text;
    assert.match(await page(), /quy định phải họp bình xét trước khi gửi hồ sơ/);
    await record();
    assert.doesNotMatch(await page(), /quy định phải họp/);
  });
});
