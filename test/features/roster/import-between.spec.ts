import assert from 'node:assert/strict';
import { keepKeys } from '../../../src/model/people/keep-keys.ts';
import { eachStored } from '../../../src/ports/documents.ts';
import type { Store } from '../../../src/ports/store.ts';
import { officeOf, systemTurn } from '../../support/a-machine.ts';
import { khanhHoaPlan } from '../../support/khanh-hoa-plan.ts';
import { memoryStore } from '../../support/memory-store.ts';
import { storeWith } from '../../support/store-with.ts';
import { clock, everythingIn, guid, importInto, type Line, peopleIn, rosterOf, scope } from './rosters.ts';

type Work = (store: Store) => Promise<void>;

/** Does `other` before the n-th call that reads or writes. */
function withOther(store: Store, n: number, other: Work): Store & { readonly calls: number } {
  let calls = 0;
  const before = async <T>(call: () => Promise<T>): Promise<T> => {
    calls += 1;
    if (calls === n) await other(store);
    return call();
  };
  const wrapped = storeWith(store, {
    get: (unit, id) => before(() => store.get(unit, id)),
    getMany: (unit, ids) => before(() => store.getMany(unit, ids)),
    query: (query) => before(() => store.query(query)),
    commit: (unit, changes) => before(() => store.commit(unit, changes)),
  });
  return Object.defineProperty(wrapped, 'calls', { get: () => calls }) as Store & { readonly calls: number };
}

/** In a fresh store for each call of `work` before which `other` is done. */
async function atEachCall(
  { first, work, other }: { first?: Work; work: Work; other: Work },
  check: (store: Store, n: number) => Promise<void>,
): Promise<number> {
  for (let n = 1; ; n += 1) {
    const store = memoryStore();
    try {
      await first?.(store);
      const watched = withOther(store, n, other);
      await work(watched);
      if (watched.calls < n) return n - 1;
      await check(store, n);
    } finally {
      await store.close();
    }
  }
}

/** Two steps of people. */
const all = Array.from({ length: 40 }, (_, i) => ({ name: `Người ${i}`, email: `p${i}@ttdvvl.example` }));
const withIds = all.map((line, i): Line => ({ ...line, id: guid(i + 1) }));
const importing =
  (lines: readonly Line[]): Work =>
  (store) =>
    importInto(store, rosterOf(...lines));
/** Cut off before its end in an earlier release: no key of an e-mail or a name. */
const older: Work = async (store) => {
  await importing(all.slice(0, 35))(store);
  for (const type of ['upnKey', 'departmentKey', 'import'])
    for await (const { doc, etag } of eachStored(store, { unit: scope.unit, type }))
      await store.commit(scope.unit, [{ op: 'delete', id: doc.id, etag }]);
};
const keeping: Work = (store) => keepKeys(systemTurn(store, clock, officeOf(scope, khanhHoaPlan)));

describe('a start, and another one between any two of its calls to the store', function () {
  this.timeout(60_000);
  for (const [what, first, mine, theirs] of [
    ['the same file', [], all, all],
    ['a file that says more', [], all, withIds],
    ['a file that says less', [], withIds, all],
    ['the same file of people who are known by less', all, withIds, withIds],
  ] as const)
    it(`imports ${what}: nobody twice, and neither is refused`, async () => {
      const works = { first: importing(first), work: importing(mine), other: importing(theirs) };
      const calls = await atEachCall(works, async (store, n) => {
        const people = await peopleIn(store);
        assert.equal(new Set(people.map(({ data }) => data.email)).size, all.length, `call ${n}`);
        assert.equal(people.length, all.length, `call ${n}`);
        const identified = people.filter(({ data }) => data.aadObjectId !== '').length;
        assert.equal(identified, [mine, theirs].includes(withIds) ? all.length : 0, `call ${n}`);
      });
      assert.ok(calls > 5, `${calls}`);
    });

  it('makes the keys of an earlier release’s people good while another does, and goes on with the import', async () => {
    const both: Work = async (store) => {
      await keeping(store);
      await importing(all)(store);
    };
    const calls = await atEachCall({ first: older, work: both, other: both }, async (store, n) => {
      assert.equal((await peopleIn(store)).length, all.length, `call ${n}`);
      const before = await everythingIn(store);
      await both(store);
      assert.deepEqual(await everythingIn(store), before);
    });
    assert.ok(calls > 5, `${calls}`);
  });
});
