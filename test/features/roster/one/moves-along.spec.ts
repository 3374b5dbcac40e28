import assert from 'node:assert/strict';
import type { NominationState } from '../../../../src/domain/dossier/nomination.ts';
import { create, list } from '../../../../src/ports/documents.ts';
import { assessmentRecord } from '../../../../src/records/assessment.ts';
import { byDepartment } from '../../../../src/records/fields.ts';
import { type Nomination, nominationId, nominationRecord } from '../../../../src/records/nomination.ts';
import { dept, type Office, person, scope } from '../../../support/office.ts';
import { changeNomination, instant, nominationOf, round, seedDossier, seedRound } from '../../../support/seed-round.ts';
import { csvOf, rosterNow, sendRoster } from '../update/a-roster.ts';
import { openCentre, press } from './a-person.ts';

const to = dept('insurance');

async function byFile(office: Office, key: string): Promise<void> {
  const rows = (await rosterNow(office)).map((row) =>
    row.email === `${key}@example.vn` ? { ...row, department: 'Phòng Bảo hiểm thất nghiệp' } : row,
  );
  const { preview } = await sendRoster(office, csvOf(rows));
  await press(office, preview.card, 'roster.confirm');
  await office.runDue();
}
async function byCard(office: Office, key: string): Promise<void> {
  const { card } = await office.as('office').click('roster.move', { person: person(key) });
  const sure = await press(office, card, 'roster.transfer', { belongsTo: to });
  await press(office, sure.card, 'roster.transfer');
}
const ways: readonly (readonly [name: string, move: typeof byFile])[] = [
  ['a roster', byFile],
  ['card', byCard],
];

/** Whose are found by a department. */
async function found(office: Office, department: string): Promise<string[]> {
  const where = byDepartment(round, department);
  const [nominations, assessments] = await Promise.all([
    list(office.store, { unit: scope.unit, type: nominationRecord, where }),
    list(office.store, { unit: scope.unit, type: assessmentRecord, where }),
  ]);
  return [...nominations, ...assessments].map(({ id }) => id.replace(`:${round}:person`, ''));
}

for (const [name, move] of ways)
  describe(`somebody who is moved by ${name}`, () => {
    let office: Office;
    beforeEach(async () => {
      office = await openCentre('2026-11-12T11:00:00');
      await seedRound(office);
    });

    for (const state of ['draft', 'returned', 'withdrawn', 'lapsed'] as const satisfies readonly NominationState[])
      it(`takes along what they wrote, and a dossier that is ${state}`, async () => {
        const id = await seedDossier(office, 'an', { state });
        const { snapshot } = (await nominationOf(office, id)).data;
        await move(office, 'an');
        const { data } = await nominationOf(office, id);
        assert.deepEqual([data.departmentId, data.state], [to, state]);
        assert.deepEqual(data.snapshot, snapshot && { ...snapshot, departmentName: 'Phòng Bảo hiểm thất nghiệp' });
        assert.deepEqual(await found(office, dept('advice')), []);
        assert.deepEqual(await found(office, to), ['nomination:an', 'assessment:an']);
      });

    for (const state of ['submitted', 'opined', 'accepted', 'onHold', 'awarded'] as const)
      it(`leaves a dossier that is ${state} where it was sent`, async () => {
        const id = await seedDossier(office, 'an', { state });
        const before = (await nominationOf(office, id)).data;
        await move(office, 'an');
        assert.deepEqual((await nominationOf(office, id)).data, before);
        assert.deepEqual(await found(office, dept('advice')), ['nomination:an', 'assessment:an']);
      });

    it('takes along a self-assessment alone', async () => {
      await seedDossier(office, 'an');
      await move(office, 'an');
      assert.deepEqual(await found(office, to), ['assessment:an']);
    });

    it('is counted where they are now, and the former head is still asked for the opinion', async () => {
      await seedDossier(office, 'an', { state: 'draft' });
      const sent = await seedDossier(office, 'an2', { state: 'submitted' });
      await move(office, 'an');
      await move(office, 'an2');
      const { text } = await office.as('office').click('progress.show', { round, department: to });
      assert.match(text, /Nguyễn Văn An/);
      const queue = await office.as('adviceHead').click('review.queue', { round });
      assert.match(queue.text, /Nguyễn Văn An/);
      const opened = await office.as('adviceHead').click('review.open', { nomination: sent });
      assert.match(opened.text, /Phòng Tư vấn – Giới thiệu việc làm/);
      assert.doesNotMatch((await office.as('insuranceHead').click('review.queue', { round })).text, /Nguyễn Văn An/);
    });

    it('of a head’s dossier that was sent the collective that they led then is looked at', async () => {
      const id = await seedDossier(office, 'adviceHead', { state: 'opined' });
      const { data } = await nominationOf(office, id);
      const council = { session: 'session:x', level: 'unit', agree: 5, disagree: 0, note: '', outstanding: true };
      for (const [key, outstanding] of [
        ['advice', true],
        ['insurance', false],
      ] as const) {
        const candidate = { kind: 'department' as const, id: dept(key) };
        const collective: Nomination = {
          ...{ ...data, candidate, departmentId: dept(key), state: 'recommended' },
          council: { ...council, outstanding },
        };
        await office.store.commit(scope.unit, [
          create(nominationRecord, scope, nominationId(round, dept(key)), collective),
        ]);
      }
      await move(office, 'adviceHead');
      const { text } = await office.as('office').click('intake.open', { nomination: id });
      assert.match(text, /Hội đồng ghi nhận tập thể có thành tích xuất sắc/);
    });

    it('of one that was sent back the new department is open for its meeting', async () => {
      office.set('2026-12-03T09:00:00');
      const id = await seedDossier(office, 'an', { state: 'returned' });
      const returned = {
        by: person('office'),
        at: instant('2026-12-02T09:00:00'),
        reason: 'Thiếu',
        until: instant('2026-12-10T17:00:00'),
      };
      await changeNomination(office, id, { returned });
      await move(office, 'an');
      const meeting = { round, rev: '' };
      assert.equal((await office.as('insuranceHead').click('meeting.record', meeting)).show.page, 'review.meeting');
      await assert.rejects(office.as('adviceHead').click('meeting.record', meeting), { code: 'DEADLINE_PASSED' });
    });
  });
