import assert from 'node:assert/strict';
import { CodedError } from '../../../src/domain/errors.ts';
import { create, decode, load } from '../../../src/ports/documents.ts';
import type { Store } from '../../../src/ports/store.ts';
import { departmentRecord } from '../../../src/records/department.ts';
import {
  aadKeyId,
  aadKeyRecord,
  departmentKeyId,
  departmentKeyRecord,
  upnKeyId,
  upnKeyRecord,
} from '../../../src/records/key.ts';
import { personRecord } from '../../../src/records/person.ts';
import { memoryStore } from '../../support/memory-store.ts';
import { storeWith } from '../../support/store-with.ts';
import { everythingIn, guid, importInto, type Line, peopleIn, rosterOf, scope } from './rosters.ts';

const { tenant, unit } = scope;
const an: Line = { name: 'Nguyễn Văn An', id: guid(1), email: 'an@ttdvvl.example' };
const binh: Line = { name: 'Trần Bình', id: guid(2), email: 'binh@ttdvvl.example' };

describe('a roster of people who are known already', () => {
  let store: Store;
  beforeEach(() => {
    store = memoryStore();
  });
  afterEach(() => store.close());
  const run = (...lines: readonly Line[]) => importInto(store, rosterOf(...lines));
  /** By name, whom the person's keys lead to; the same one each time. */
  async function whose(line: Line): Promise<(string | undefined)[]> {
    const keys = await Promise.all([
      load(store, unit, aadKeyRecord, aadKeyId(tenant, line.id ?? '')),
      load(store, unit, upnKeyRecord, upnKeyId(tenant, line.email ?? '')),
    ]);
    return keys.map((key) => key?.data.personId);
  }
  async function refused(problems: RegExp, ...lines: readonly Line[]): Promise<void> {
    const before = await everythingIn(store);
    await assert.rejects(run(...lines), (error: unknown) => {
      assert.ok(error instanceof CodedError && error.code === 'ROSTER_INVALID', String(error));
      assert.match(String(error.facts.problems), problems);
      return true;
    });
    assert.deepEqual(await everythingIn(store), before);
  }

  for (const [first, then] of [
    ['email', 'id'],
    ['id', 'email'],
  ] as const)
    it(`adds ${then} to who was known by ${first} alone, and changes nothing else`, async () => {
      await run({ name: an.name, [first]: an[first] });
      const [before] = await peopleIn(store);
      assert.ok(before);
      await run({ ...an, name: 'Tên Khác', department: 'Phòng B' });
      const all = await peopleIn(store);
      assert.deepEqual(
        all.map(({ id, rev, data }) => ({ id, rev, data })),
        [{ id: before.id, rev: 2, data: { ...before.data, aadObjectId: an.id, email: an.email } }],
      );
      assert.deepEqual(await whose(an), [before.id, before.id]);
    });

  it('knows an e-mail in another case, and composed or not', async () => {
    await run({ name: 'Ơn', email: 'ơn.lý@ttdvvl.example' });
    await run({ name: 'Ơn', email: 'Ơn.LÝ@TTDVVL.example'.normalize('NFD'), id: guid(3) });
    const [only, ...others] = await peopleIn(store);
    assert.deepEqual([only?.data.aadObjectId, others], [guid(3), []]);
  });

  it('takes e-mails and departments with signs that no id may have', async () => {
    const guest: Line = { name: 'Khách', email: 'a/b?c_x.vn#EXT#@ttdvvl.example', department: 'Tổ 1/2 #3 \\' };
    await run(guest);
    await run({ ...guest, id: guid(4) });
    assert.equal((await peopleIn(store)).length, 1);
    const key = await load(store, unit, departmentKeyRecord, departmentKeyId(unit, 'TO 1/2 #3 \\'));
    const department = key && (await load(store, unit, departmentRecord, key.data.departmentId));
    assert.equal(department?.data.name, guest.department);
  });

  it('leaves an e-mail as it is that is another now, and whoever comes into a department that is there', async () => {
    await run(an);
    const before = await everythingIn(store);
    await run({ ...an, email: 'an.nguyen@ttdvvl.example' });
    assert.deepEqual(await everythingIn(store), before);
    await run(an, { ...binh, department: 'phong a' });
    const departments = new Set((await peopleIn(store)).map(({ data }) => data.departmentId));
    assert.equal(departments.size, 1);
  });

  it('refuses a row whose keys lead to two people, with both names', async () => {
    await run(an, binh);
    await refused(
      /^The Entra object id and the email are those of two people: line 3 \(“Nguyễn Văn An, Trần Bình”\)$/,
      { name: 'Ai Đó', id: an.id ?? '', email: binh.email ?? '' },
      { name: 'Người Mới', email: 'moi@ttdvvl.example', department: 'Phòng Mới' },
    );
  });

  it('refuses the e-mail of somebody who has another Entra id: it may have been given to somebody else', async () => {
    await run(an);
    await refused(/^The email is that of somebody with another Entra object id: line 3 \(“Nguyễn Văn An”\)$/, {
      ...an,
      id: guid(9),
    });
  });

  it('refuses two rows of one person', async () => {
    await run(an);
    const byId: Line = { name: 'An', id: an.id ?? '' };
    const byEmail: Line = { name: 'Văn An', email: an.email ?? '' };
    await refused(/^One person of the roster twice: line 4 \(“Văn An”, as on line 3\)$/, byId, byEmail);
  });

  it('refuses an e-mail that two people share without a key, unless the row is known by its Entra id', async () => {
    await run(an);
    const [one] = await peopleIn(store);
    assert.ok(one);
    const key = await load(store, unit, upnKeyRecord, upnKeyId(tenant, one.data.email));
    assert.ok(key);
    const twin = { ...one.data, fullName: 'Nguyễn An', aadObjectId: '' };
    await store.commit(unit, [
      { op: 'delete', id: key.id, etag: key.etag },
      create(personRecord, scope, 'person:twin', twin),
    ]);
    const both =
      /^The email is that of people on the roster, and it is not clear whose: line 3 \(“Nguyễn Văn An, Nguyễn An”\)$/;
    await refused(both, { name: 'An', email: an.email ?? '' });
    await refused(both, { name: 'An', email: an.email ?? '', id: guid(8) });
    const before = await everythingIn(store);
    await run(an);
    assert.deepEqual(await everythingIn(store), before);
  });

  it('refuses what another import has made unclear meanwhile, and names nobody twice', async () => {
    const whole = store;
    let isFirst = true;
    store = storeWith(whole, {
      async commit(of, changes) {
        if (isFirst && changes.some((change) => change.op === 'create' && change.doc.type === 'person')) {
          isFirst = false;
          await importInto(whole, rosterOf({ name: 'A', id: an.id ?? '' }, { name: 'B', email: an.email ?? '' }));
        }
        return whole.commit(of, changes);
      },
    });
    await assert.rejects(run(an), (error) => error instanceof CodedError && error.code === 'ROSTER_INVALID');
    assert.deepEqual((await peopleIn(whole)).map(({ data }) => data.fullName).sort(), ['A', 'B']);
  });

  it('gives an id that one import brings to the person whom another has just written', async () => {
    await Promise.all([run({ name: an.name, email: an.email ?? '' }), run(an)]);
    const [only, ...others] = await peopleIn(store);
    assert.deepEqual([only?.data.aadObjectId, others], [an.id, []]);
    assert.deepEqual(await whose(an), [only?.id, only?.id]);
  });

  it('of two units have keys of their own, found together across them', async () => {
    await run(an);
    const key = create(upnKeyRecord, { tenant, unit: 'unit-2' }, upnKeyId(tenant, an.email ?? ''), {
      personId: 'person:there',
    });
    await store.commit('unit-2', [key]);
    const found = await store.findEverywhere(upnKeyId(tenant, (an.email ?? '').toUpperCase()));
    assert.deepEqual(
      found.map((each) => [each.doc.unit, decode(upnKeyRecord, each).data.personId]).sort(),
      [
        ['unit-1', (await peopleIn(store))[0]?.id],
        ['unit-2', 'person:there'],
      ].sort(),
    );
  });
});
