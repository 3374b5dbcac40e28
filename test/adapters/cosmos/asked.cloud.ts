import assert from 'node:assert/strict';
import { openCosmosStore } from '../../../src/adapters/cosmos/open-cosmos-store.ts';
import * as queries from '../../../src/adapters/cosmos/queries.ts';
import type { Store } from '../../../src/ports/store.ts';
import { create, ids, newScope, type Scope } from '../../ports/store-scope.ts';
import { anyKey } from '../../support/cosmos/a-cosmos.ts';
import { type CosmosStandIn, startCosmosStandIn } from '../../support/cosmos/stand-in.ts';

const now = '2026-11-30T02:00:00.000Z';

/** What comes back is the same either way; what it costs is not. */
describe('what Cosmos DB is asked', () => {
  let standIn: CosmosStandIn;
  let store: Store;
  let scope: Scope;
  let unit: string;

  before(async () => {
    standIn = await startCosmosStandIn();
  });
  beforeEach(async () => {
    // A store remembers for a while what is due soon.
    store = await openCosmosStore({ endpoint: standIn.endpoint, access: { key: anyKey }, database: 'thidua' });
    scope = newScope();
    unit = scope.name('a');
  });
  afterEach(() => store.close());
  after(() => standIn.stop());

  async function requests(work: () => Promise<unknown>) {
    const before = standIn.charges.length;
    await work();
    return standIn.charges.slice(before).map(({ kind, what, partition }) => ({ kind, what, partition }));
  }
  const first = 'nomination:1';
  const three = [first, 'nomination:2', 'nomination:3'];
  const write = (...docs: Parameters<Scope['doc']>[0][]) =>
    store.commit(
      unit,
      docs.map((doc) => create(scope.doc(doc))),
    );

  it('is once for all lanes that look at the same moment, and once more for each that has work', async () => {
    await write({ id: first, lane: scope.name('lane 7'), dueAt: now });
    const lanes = Array.from({ length: 15 }, (_, n) => scope.name(`lane ${n}`));
    const look = () => Promise.all(lanes.map((lane) => store.due({ lane, until: now, limit: 9 })));
    const found: Awaited<ReturnType<typeof look>> = [];
    const asked = await requests(async () => found.push(...(await look())));
    assert.deepEqual(
      found.map((due) => ids(due)),
      lanes.map((_, n) => (n === 7 ? [first] : [])),
    );
    assert.deepEqual(
      asked.map(({ kind, what }) => [kind, what]),
      [queries.dueSoon(now, 20), queries.dueIn('', now, 9)].map(({ query }) => ['query', query]),
    );
  });

  it('is one query for several documents by their ids, and one read for one', async () => {
    await write(...three.map((id) => ({ id })));
    const { query } = queries.byIds(unit, three);
    assert.deepEqual(await requests(async () => assert.equal((await store.getMany(unit, three)).size, 3)), [
      { kind: 'query', what: query, partition: unit },
    ]);
    assert.deepEqual(await requests(() => store.getMany(unit, [first])), [
      { kind: 'read', what: first, partition: unit },
    ]);
  });

  it('is of one partition wherever the unit is known, and of all of them where it is not', async () => {
    const type = scope.name('note');
    await write(...three.map((id) => ({ id, index: { state: 'ready' } })));
    const within: Readonly<Record<string, () => Promise<unknown>>> = {
      get: () => store.get(unit, first),
      getMany: () => store.getMany(unit, three),
      query: () => store.query({ unit, type, limit: 2 }),
      'query with a field': () => store.query({ unit, type, where: { field: 'state', equals: 'ready' }, limit: 2 }),
      count: () => store.count({ unit, type }),
      countBy: () => store.countBy({ unit, type, field: 'state', prefix: '' }),
      commit: () => write({ id: 'nomination:4' }),
    };
    for (const [name, ask] of Object.entries(within))
      assert.deepEqual(
        (await requests(ask)).map(({ partition }) => partition),
        [unit],
        name,
      );
    const everywhere: Readonly<Record<string, () => Promise<unknown>>> = {
      findEverywhere: () => store.findEverywhere(first),
      due: () => store.due({ lane: scope.name('lane'), until: now, limit: 9 }),
    };
    for (const [name, ask] of Object.entries(everywhere))
      assert.deepEqual(
        (await requests(ask)).map(({ partition }) => partition),
        [undefined],
        name,
      );
  });
});
