import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { writesCollective } from '../../../src/domain/dossier/eligibility.ts';
import { CodedError } from '../../../src/domain/errors.ts';
import { hasRoster, importRoster } from '../../../src/features/roster/import-roster.ts';
import { create, decode, list, load } from '../../../src/ports/documents.ts';
import { MAX_CHANGES } from '../../../src/ports/limits.ts';
import { type Store, StoreError } from '../../../src/ports/store.ts';
import { auditRecord } from '../../../src/records/audit.ts';
import { departmentRecord } from '../../../src/records/department.ts';
import { importRecord } from '../../../src/records/import.ts';
import { aadKeyId, aadKeyRecord, upnKeyRecord } from '../../../src/records/key.ts';
import { personRecord } from '../../../src/records/person.ts';
import { officeOf, systemTurn } from '../../support/a-machine.ts';
import { khanhHoaPlan } from '../../support/khanh-hoa-plan.ts';
import { memoryStore } from '../../support/memory-store.ts';
import { storeWith } from '../../support/store-with.ts';
import { clock, everythingIn, guid as idOf, scope } from './rosters.ts';

const sample = readFileSync(new URL('../../../sandbox/sample/roster.csv', import.meta.url), 'utf8');
const { unit } = scope;
const office = khanhHoaPlan.unit.office;

const header = 'aadObjectId,email,fullName,department,title,roles,gender,startDate,status';
interface Line {
  readonly department?: string;
  readonly roles?: string;
  readonly status?: string;
  readonly aadObjectId?: string;
}
/** People 1, 2, 3 …; the first is of the office. */
const rosterOf = (...lines: Line[]): string =>
  [{ department: office, roles: 'office' } as Line, ...lines].reduce(
    (text, line, i) =>
      `${text}\n${line.aadObjectId ?? idOf(i + 1)},p${i + 1}@ttdvvl.example,Người ${i + 1},${line.department ?? 'Phòng A'},,${line.roles ?? 'staff'},,,${line.status ?? ''}`,
    header,
  );

/** Counts commits, and from the n-th on none is answered, whether applied (`lost`) or not. */
function breaking(store: Store, from: number, lost: boolean): Store & { commits: number; largest: number } {
  const broken = {
    ...storeWith(store, {}),
    commits: 0,
    largest: 0,
    async commit(partition: string, changes: Parameters<Store['commit']>[1]) {
      broken.commits += 1;
      broken.largest = Math.max(broken.largest, changes.length);
      if (broken.commits < from) return store.commit(partition, changes);
      if (lost && broken.commits === from) await store.commit(partition, changes);
      throw new StoreError('Unavailable');
    },
    // After an unknown outcome the connection is gone for reads too.
    get: (partition: string, id: string) =>
      broken.commits < from ? store.get(partition, id) : Promise.reject(new StoreError('Unavailable')),
    getMany: (partition: string, ids: readonly string[]) =>
      broken.commits < from ? store.getMany(partition, ids) : Promise.reject(new StoreError('Unavailable')),
  };
  return broken;
}

describe('importRoster', () => {
  let store: Store;
  beforeEach(() => {
    store = memoryStore();
  });
  afterEach(() => store.close());

  const run = (text: string, into = store, plan = khanhHoaPlan) =>
    importRoster(systemTurn(into, clock, officeOf(scope, plan)), Buffer.from(text));
  const departments = async () =>
    (await list(store, { unit, type: departmentRecord }))
      .map((loaded) => loaded.data)
      .toSorted((a, b) => a.order - b.order);
  const persons = () => list(store, { unit, type: personRecord });
  const everything = () => everythingIn(store);
  /** The same whatever ids were drawn: each id is written as the name of who has it. */
  const named = async () => {
    const names = new Map<string, string>();
    for (const { id, data } of await persons()) names.set(id, data.fullName);
    for (const { id, data } of await list(store, { unit, type: departmentRecord })) names.set(id, data.name);
    const drawn = /(person|department):[0-9A-Z]{26}/g;
    return (await everything()).map((each) => JSON.stringify(each).replace(drawn, (id) => names.get(id) ?? id)).sort();
  };

  it('writes the sample centre: departments in order, the office and the leadership told apart', async () => {
    await run(sample);
    assert.deepEqual(
      (await departments()).map((d) => [d.order, d.name, d.isOffice, d.isCollective]),
      [
        [1, 'Ban Giám đốc', false, false],
        [2, 'Phòng Hành chính – Nghiệp vụ', true, khanhHoaPlan.settings.officeIsEligible],
        [3, 'Phòng Tư vấn – Giới thiệu việc làm', false, true],
        [4, 'Phòng Bảo hiểm thất nghiệp', false, true],
        [5, 'Phòng Thông tin thị trường lao động', false, true],
        [6, 'Phòng Đào tạo – Dịch vụ việc làm', false, true],
      ],
    );
    assert.equal((await persons()).length, 60);
  });

  it('lets a person be found by the identity of the tenant, in their department', async () => {
    await run(sample);
    const id = aadKeyId(scope.tenant, '9e6c56ae-def0-4cf7-8a94-afa8e8f2d8b0');
    const [key] = await store.findEverywhere(id);
    assert.ok(key);
    const person = await load(store, unit, personRecord, decode(aadKeyRecord, key).data.personId);
    assert.equal(person?.data.fullName, 'Trần Quốc Khánh');
    assert.match(person.id, /^person:[0-9A-HJKMNP-TV-Z]{26}$/);
    const department = await load(store, unit, departmentRecord, person.data.departmentId);
    assert.equal(department?.data.name, 'Ban Giám đốc');
  });

  it('writes a person without Entra id, who cannot be found yet', async () => {
    await run(rosterOf({ aadObjectId: '' }));
    assert.equal((await persons()).length, 2);
    assert.equal((await list(store, { unit, type: aadKeyRecord })).length, 1);
    assert.equal((await list(store, { unit, type: upnKeyRecord })).length, 2);
  });

  it('changes nothing when run again, on the same file or on one with the same people', async () => {
    await run(sample);
    const before = await everything();
    const audits = (await list(store, { unit, type: auditRecord })).length;
    await run(sample);
    assert.equal((await list(store, { unit, type: auditRecord })).length, audits);
    await run(`${sample}\n`);
    assert.deepEqual(await everything(), before);
  });

  it('run by two processes that start at the same time, writes the same as one', async () => {
    await Promise.all([run(sample), run(sample)]);
    assert.deepEqual([(await departments()).length, (await persons()).length], [6, 60]);
    const audits = await list(store, { unit, type: auditRecord });
    const before = await everything();
    await run(sample);
    assert.deepEqual(await everything(), before);
    assert.equal(audits.length, 4, 'departments, two lots of people, the end: each once');
  });

  it('leaves a person alone whose identity was bound under another id', async () => {
    const elsewhere = { personId: 'person:bound-by-hand' };
    await store.commit(unit, [create(aadKeyRecord, scope, aadKeyId(scope.tenant, idOf(1)), elsewhere)]);
    await run(rosterOf({}));
    assert.deepEqual(
      (await persons()).map((person) => person.data.fullName),
      ['Người 2'],
    );
  });

  it('gives each unit its own people', async () => {
    await run(rosterOf());
    await importRoster(
      systemTurn(store, clock, officeOf({ ...scope, unit: 'unit-2' }, khanhHoaPlan)),
      Buffer.from(rosterOf()),
    );
    const [here] = await persons();
    const [there] = await list(store, { unit: 'unit-2', type: personRecord });
    assert.notEqual(here?.id, there?.id);
  });

  it('writes 300 people and 120 departments in commits that every store takes', async () => {
    const counted = breaking(store, Number.POSITIVE_INFINITY, false);
    await run(rosterOf(...Array.from({ length: 299 }, (_, i) => ({ department: `Phòng ${i % 119}` }))), counted);
    assert.equal((await persons()).length, 300);
    assert.equal((await departments()).length, 120);
    assert.ok(counted.largest <= MAX_CHANGES && counted.commits >= 9, `${counted.commits} of ${counted.largest}`);
    assert.ok(await hasRoster(systemTurn(store, clock, officeOf(scope, khanhHoaPlan))));
  });

  it('goes on after a crash at any commit, to the same result as without one', async () => {
    const whole = memoryStore();
    const counted = breaking(whole, Number.POSITIVE_INFINITY, false);
    await run(sample, counted);
    const emptyStore = store;
    store = whole;
    const expected = await named();
    store = emptyStore;
    await whole.close();
    assert.ok(counted.commits >= 4);

    for (let at = 1; at <= counted.commits; at++) {
      for (const lost of [false, true]) {
        const fresh = memoryStore();
        store = fresh;
        await assert.rejects(run(sample, breaking(fresh, at, lost)), StoreError);
        const finished = lost && at === counted.commits;
        assert.equal(
          await hasRoster(systemTurn(store, clock, officeOf(scope, khanhHoaPlan))),
          finished,
          `commit ${at}`,
        );
        await run(sample);
        assert.deepEqual(await named(), expected, `commit ${at}, answer lost: ${lost}`);
        assert.ok(await hasRoster(systemTurn(store, clock, officeOf(scope, khanhHoaPlan))));
        await fresh.close();
      }
    }
    store = emptyStore;
  });

  it('audits each commit under the import', async () => {
    await run(rosterOf({}));
    const [marker] = await list(store, { unit, type: importRecord });
    assert.deepEqual(marker?.data, { at: '2026-10-20T02:00:00.000Z', departments: 2, persons: 2 });
    const audits = await list(store, { unit, type: auditRecord });
    assert.deepEqual(
      audits.map(({ data }) => [data.actor, data.command, data.subject]),
      Array.from({ length: 3 }, () => ['system', 'roster.import', marker?.id]),
    );
  });

  describe('departments', () => {
    it('are one whatever the spaces, case and dashes of their name; the first spelling is kept', async () => {
      await run(
        rosterOf({ department: office.replace('–', '-').toUpperCase() }, { department: office.replace(' ', '  ') }),
      );
      const all = await departments();
      assert.deepEqual(
        all.map((department) => [department.name, department.isOffice]),
        [[office, true]],
      );
    });

    it('whose only others left are still the leadership', async () => {
      await run(
        rosterOf(
          { department: 'Ban Giám đốc', roles: 'director' },
          { department: 'Ban Giám đốc', roles: 'staff', status: 'left' },
          { department: 'Phòng A', roles: 'deputyDirector' },
          { department: 'Phòng A' },
          { department: 'Phòng B', roles: 'staff', status: 'left' },
        ),
      );
      assert.deepEqual(
        (await departments()).map((d) => [d.name, d.isCollective]),
        [
          [office, khanhHoaPlan.settings.officeIsEligible],
          ['Ban Giám đốc', false],
          ['Phòng A', true],
          ['Phòng B', true],
        ],
      );
    });

    for (const officeIsEligible of [true, false]) {
      it(`that are the office may ${officeIsEligible ? '' : 'not '}be commended when the plan says so, whatever it said before`, async () => {
        const saying = (eligible: boolean) => ({
          ...khanhHoaPlan,
          settings: { ...khanhHoaPlan.settings, officeIsEligible: eligible },
        });
        await run(rosterOf(), store, saying(!officeIsEligible));
        const [department] = await departments();
        assert.ok(department);
        assert.equal(writesCollective(department, saying(officeIsEligible)), officeIsEligible);
        assert.equal(writesCollective(department, saying(!officeIsEligible)), !officeIsEligible);
      });
    }
  });

  describe('refuses, and writes nothing', () => {
    for (const [what, text] of [
      ['a wrong line', rosterOf({ roles: 'boss' })],
      ['a roster without the office of the plan', rosterOf({}).replace(office, 'Phòng Khác')],
    ] as const) {
      it(what, async () => {
        await assert.rejects(run(text), (error) => error instanceof CodedError && error.code === 'ROSTER_INVALID');
        assert.deepEqual(await everything(), []);
        assert.equal(await hasRoster(systemTurn(store, clock, officeOf(scope, khanhHoaPlan))), false);
      });
    }
  });
});
