import assert from 'node:assert/strict';
import { roundFigures } from '../../../src/model/round/figures.ts';
import { progressOf } from '../../../src/model/round/progress.ts';
import { roundOf } from '../../../src/model/round/round.ts';
import { decode, replace } from '../../../src/ports/documents.ts';
import { personRecord } from '../../../src/records/person.ts';
import { dept, type Office, openOffice, person, scope } from '../../support/office.ts';
import { round, seedDossier, seedRound } from '../../support/seed-round.ts';
import { storeWith } from '../../support/store-with.ts';

describe('progressOf', () => {
  let office: Office;
  beforeEach(async () => {
    office = await openOffice({
      now: '2026-11-16T09:00:00',
      people: {
        hniê: { status: 'onLeave', statusFrom: '2026-11-01' },
        adviceDeputy: { status: 'left', statusFrom: '2026-11-10' },
        on: { status: 'onLeave', statusFrom: '2026-12-01' },
      },
    });
    await seedRound(office);
  });
  const progress = async (department: string) =>
    progressOf(office.turn(), await roundOf(office.turn(), round), { at: office.now, department });
  /** Counted, and the same of each department as who reads its people finds. */
  const figures = async () => {
    const found = await roundFigures(office.turn(), await roundOf(office.turn(), round), { at: office.now });
    for (const one of found.departments) {
      const { rows: _, missingIds: __, collective: ___, ...read } = (await progress(one.id)) ?? assert.fail(one.id);
      assert.deepEqual(one, read);
    }
    return found;
  };

  const empty = {
    people: 0,
    required: 0,
    finished: 0,
    asks: 0,
    sent: 0,
    missing: 0,
    quiet: 0,
    notStarted: 0,
    assessing: 0,
    undecided: 0,
    toSend: 0,
    returned: 0,
    waitingOpinion: 0,
    waitingIntake: 0,
    onHold: 0,
    accepted: 0,
    lapsed: 0,
    declined: 0,
    onLeave: 0,
  };
  const countsOf = (row: Record<string, unknown> | undefined) =>
    Object.fromEntries(Object.keys(empty).map((name) => [name, row?.[name]]));

  it('counts each department, whoever is on leave or gone today, and the whole', async () => {
    await seedDossier(office, 'adviceHead', { state: 'submitted' });
    await seedDossier(office, 'an', { state: 'returned' });
    await seedDossier(office, 'an2', { without: ['CN2'], wish: 'undecided' });
    await seedDossier(office, 'insuranceHead', { state: 'opined' });
    await seedDossier(office, 'thao', { state: 'tabled' });
    await seedDossier(office, 'on', { wish: 'declines' });
    await seedDossier(office, 'office', { state: 'withdrawn' });
    await seedDossier(office, 'secretary', { state: 'draft' });
    const { departments, total } = await figures();
    assert.deepEqual(
      departments.map((d) => d.id),
      [dept('lead'), dept('office'), dept('advice'), dept('insurance')],
    );
    const [lead, desk, advice, insurance] = departments;
    assert.deepEqual(countsOf({ ...lead }), { ...empty, people: 2, required: 2, notStarted: 2, missing: 2 });
    assert.deepEqual(countsOf({ ...desk }), {
      ...empty,
      people: 3,
      required: 2,
      finished: 1,
      notStarted: 1,
      toSend: 1,
      asks: 1,
      declined: 1,
      missing: 2,
    });
    assert.deepEqual(countsOf({ ...advice }), {
      ...empty,
      people: 4,
      required: 3,
      onLeave: 1,
      finished: 2,
      assessing: 1,
      asks: 2,
      sent: 1,
      returned: 1,
      waitingOpinion: 1,
      missing: 2,
    });
    assert.deepEqual(countsOf({ ...insurance }), {
      ...empty,
      people: 3,
      required: 2,
      finished: 2,
      asks: 2,
      declined: 1,
      sent: 2,
      waitingIntake: 1,
      accepted: 1,
    });
    for (const name of Object.keys(empty) as (keyof typeof empty)[]) {
      assert.equal(
        total[name],
        departments.reduce((sum, d) => sum + d[name], 0),
        name,
      );
    }
    const read = await progress(dept('advice'));
    assert.deepEqual(read?.missingIds, [person('an'), person('an2')]);
    assert.deepEqual(
      read?.rows.map((r) => [r.name, r.standing, r.completed, r.asked]),
      [
        ['Nguyễn Văn An', 'returned', 2, 2],
        ['Nguyễn Văn An', 'assessing', 1, 2],
        ['Đỗ Ăn', 'waitingOpinion', 3, 3],
        ["H'Hen Niê", 'onLeave', 0, 2],
      ],
    );
  });

  it('says nothing of a department that is not there', async () => {
    assert.equal(await progress('department:none'), undefined);
  });

  it('finds what was written where a person was before, and counts it where they are', async () => {
    await seedDossier(office, 'an', { state: 'submitted' });
    await seedDossier(office, 'an2', { without: ['CN2'] });
    for (const key of ['an', 'an2', 'on']) await move(key, dept('insurance'));
    await figures();
    const insurance = await progress(dept('insurance'));
    assert.deepEqual(
      insurance?.rows.filter((row) => row.name === 'Nguyễn Văn An').map((row) => row.standing),
      ['waitingOpinion', 'assessing'],
    );
  });

  async function move(key: string, departmentId: string): Promise<void> {
    const stored = await office.store.get(scope.unit, person(key));
    assert.ok(stored);
    const loaded = decode(personRecord, stored);
    await office.store.commit(scope.unit, [replace(personRecord, loaded, { ...loaded.data, departmentId })]);
  }

  it('counts nothing of another round', async () => {
    await seedDossier(office, 'an', { state: 'submitted', nomination: { round: 'annual-2025' } });
    assert.equal((await figures()).total.sent, 0);
  });

  it('reads nobody to count them, whatever their number', async () => {
    for (const key of ['an', 'an2', 'thao']) await seedDossier(office, key, { state: 'submitted' });
    const loaded = await roundOf(office.turn(), round);
    const reads: string[] = [];
    const store = storeWith(office.store, {
      get: (unit, id) => {
        reads.push(`get ${id.split(':')[0]}`);
        return office.store.get(unit, id);
      },
      getMany: (unit, ids) => {
        reads.push(`getMany ${ids[0]?.split(':')[0]}`);
        return office.store.getMany(unit, ids);
      },
      query: (query) => {
        reads.push(query.type);
        return office.store.query(query);
      },
      countBy: (query) => {
        reads.push(`countBy ${query.type}`);
        return office.store.countBy(query);
      },
    });
    await roundFigures(office.turn({ store }), loaded, { at: office.now });
    const records = reads.filter((read) => read !== 'get plan').sort();
    assert.deepEqual(records, ['countBy person', 'countBy standing', 'countBy standing', 'department']);
  });
});
