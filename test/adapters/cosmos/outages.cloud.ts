import assert from 'node:assert/strict';
import { openCosmosStore } from '../../../src/adapters/cosmos/open-cosmos-store.ts';
import { writeOnce } from '../../../src/ports/commit.ts';
import type { Change, Store } from '../../../src/ports/store.ts';
import { create, newScope, rejectsWith, type Scope } from '../../ports/store-scope.ts';
import { anyKey } from '../../support/cosmos/a-cosmos.ts';
import type { Kind } from '../../support/cosmos/faults.ts';
import { type CosmosStandIn, startCosmosStandIn } from '../../support/cosmos/stand-in.ts';
import { storeWith } from '../../support/store-with.ts';

describe('Cosmos DB when it falters', () => {
  let standIn: CosmosStandIn;
  let store: Store;
  let scope: Scope;
  let unit: string;
  const charged: [asked: string, requestUnits: number][] = [];
  const open = (endpoint = standIn.endpoint, database = 'thidua') =>
    openCosmosStore({ endpoint, access: { key: anyKey }, database, onCharge: (...charge) => charged.push(charge) });

  before(async () => {
    standIn = await startCosmosStandIn();
    store = await open();
  });
  beforeEach(() => {
    scope = newScope();
    unit = scope.name('a');
    standIn.faults.clear();
    charged.length = 0;
  });
  after(async () => {
    await store.close();
    await standIn.stop();
  });

  const command = (): Change[] => [create(scope.doc({ id: 'nomination:1' })), create(scope.doc({ id: 'audit:c1' }))];
  const writing = () => ({ unit, changes: command(), audit: 'audit:c1' });
  const requests = async (kind: Kind, work: () => Promise<unknown>): Promise<number> => {
    const before = standIn.asked[kind];
    await work().catch(() => undefined);
    return standIn.asked[kind] - before;
  };

  for (const fault of ['throttled', 'throttledInside'] as const)
    it(`waits and asks again when a batch is ${fault}, and charges what was done once`, async () => {
      standIn.faults.order('batch', fault, 3);
      assert.equal(await requests('batch', () => store.commit(unit, command())), 4);
      assert.ok(await store.get(unit, 'nomination:1'));
      assert.deepEqual(
        charged.map(([asked]) => asked),
        ['commit', 'get'],
      );
      assert.ok(charged.every(([, requestUnits]) => requestUnits > 0));
    });

  it('is Unavailable when it is put off too often, in a write and in a read', async () => {
    for (const kind of ['batch', 'read', 'query'] as const) standIn.faults.order(kind, 'throttled', 20);
    await rejectsWith(store.commit(unit, command()), 'Unavailable');
    await rejectsWith(store.get(unit, 'audit:c1'), 'Unavailable');
    await rejectsWith(store.count({ unit, type: 'note' }), 'Unavailable');
    standIn.faults.clear();
    assert.equal(await store.get(unit, 'nomination:1'), undefined);
    assert.deepEqual(
      charged.map(([asked]) => asked),
      ['get'],
    );
  });

  it('sends no write again by itself when the outcome is unknown: the caller asks first', async () => {
    for (const fault of ['cutBefore', 'cutAfter', 'away'] as const) {
      scope = newScope();
      unit = scope.name('a');
      standIn.faults.order('batch', fault);
      assert.equal(await requests('batch', () => rejectsWith(store.commit(unit, command()), 'Unavailable')), 1, fault);
      assert.equal((await store.get(unit, 'audit:c1')) !== undefined, fault === 'cutAfter', fault);
    }
  });

  it('writes once, whether the connection ends before the write or after it', async () => {
    for (const [fault, batches] of [
      ['cutBefore', 2],
      ['cutAfter', 1],
      ['away', 2],
    ] as const) {
      scope = newScope();
      unit = scope.name('a');
      standIn.faults.order('batch', fault);
      assert.equal(await requests('batch', () => writeOnce(store, writing())), batches, fault);
      const { items } = await store.query({ unit, type: scope.name('note'), limit: 9 });
      assert.deepEqual(
        items.map(({ doc }) => doc.id),
        ['audit:c1', 'nomination:1'],
      );
    }
  });

  it('takes a second try that is refused for done when the first one had landed', async () => {
    standIn.faults.order('batch', 'cutAfter');
    // The question after the first try is answered too early, and the same commit is sent again.
    let asked = 0;
    const blind = storeWith(store, {
      get: async (...at) => {
        asked += 1;
        return asked === 1 ? undefined : store.get(...at);
      },
    });
    assert.equal((await writeOnce(blind, writing())).size, 0);
    assert.ok(await store.get(unit, 'nomination:1'));
  });

  it('reads again when the connection ends under a read', async () => {
    await store.commit(unit, command());
    standIn.faults.order('read', 'cutBefore');
    assert.ok(await store.get(unit, 'nomination:1'));
  });

  it('says which operation was to blame, wherever it stands', async () => {
    await store.commit(unit, [create(scope.doc({ id: 'there' }))]);
    const fresh = Array.from({ length: 5 }, (_, n) => create(scope.doc({ id: `n:${n}` })));
    await rejectsWith(store.commit(unit, [...fresh, create(scope.doc({ id: 'there' }))]), 'Duplicate', 'there');
    await rejectsWith(store.commit(unit, [{ op: 'delete', id: 'gone', etag: '"x"' }, ...fresh]), 'Conflict', 'gone');
    const stale: Change = { op: 'replace', doc: scope.doc({ id: 'there' }), etag: '"x"' };
    await rejectsWith(store.commit(unit, [...fresh, stale]), 'Conflict', 'there');
  });

  describe('at start', () => {
    const refusal = async (promise: Promise<Store>): Promise<string> => {
      try {
        await (await promise).close();
      } catch (error) {
        return String((error as Error).cause);
      }
      return assert.fail('it opened');
    };

    for (const level of ['BoundedStaleness', 'Session', 'ConsistentPrefix', 'Eventual'])
      it(`refuses an account whose consistency is ${level}`, async () => {
        standIn.consistency = level;
        assert.match(await refusal(open()), new RegExp(`consistency is ${level}; the bot needs Strong`));
        standIn.consistency = 'Strong';
      });

    it('refuses what is not there', async () => {
      const gone = await startCosmosStandIn();
      await gone.stop();
      assert.match(await refusal(open(gone.endpoint)), /ECONNREFUSED/);
    });

    it('uses the container that is there, and all that it has', async () => {
      await store.commit(unit, command());
      const other = await open();
      assert.ok(await other.get(unit, 'audit:c1'));
      await other.close();
    });
  });
});
