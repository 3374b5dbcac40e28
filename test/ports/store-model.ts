import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type Change, type Doc, type Store, type Stored, StoreError } from '../../src/ports/store.ts';
import { listAll, newScope, type Scope } from './store-scope.ts';

/** One change as drawn: `stale` makes the etag one the document does not have. */
interface Step {
  readonly op: 'create' | 'replace' | 'delete';
  readonly id: string;
  readonly stale: boolean;
  readonly kind: string;
  readonly state: string | undefined;
  readonly minute: number | undefined;
}

const IDS = ['a', 'B', 'đ', 'ế', 'e\u0302\u0301', '\u{1f4dc}'];
const KINDS = ['note', 'task'];
const STATES = ['draft', 'submitted'];
const step: fc.Arbitrary<Step> = fc.record({
  op: fc.constantFrom('create', 'create', 'replace', 'delete'),
  id: fc.constantFrom(...IDS),
  stale: fc.integer({ min: 0, max: 7 }).map((n) => n === 0),
  kind: fc.constantFrom(...KINDS),
  state: fc.option(fc.constantFrom(...STATES), { nil: undefined }),
  minute: fc.option(fc.integer({ min: 10, max: 59 }), { nil: undefined }),
});
const commits = fc.array(
  fc.record({
    unit: fc.constantFrom('u1', 'u2'),
    steps: fc.uniqueArray(step, { selector: ({ id }) => id, minLength: 1, maxLength: 4 }),
  }),
  { maxLength: 25 },
);

type Model = Map<string, Map<string, Stored>>;

/** Random commits against plain maps: the same refusals, and after all of them the same answers to every read. */
export function describeStoreModel(storeOf: () => Store, patience: number): void {
  it('behaves like plain maps under random commits', async function () {
    this.timeout(60_000 * patience);
    await fc.assert(
      fc.asyncProperty(commits, async (drawn) => {
        const scope = newScope();
        const model: Model = new Map(['u1', 'u2'].map((unit) => [scope.name(unit), new Map()]));
        for (const { unit, steps } of drawn) await applyBoth(storeOf(), model, changesOf(scope, model, unit, steps));
        await assertSame(storeOf(), model, scope);
      }),
      { numRuns: 200 },
    );
  });
}

interface Batch {
  readonly unit: string;
  readonly changes: readonly Change[];
}

function changesOf(scope: Scope, model: Model, name: string, steps: readonly Step[]): Batch {
  const unit = scope.name(name);
  const changes = steps.map(({ op, id, stale, kind, state, minute }): Change => {
    const etag = stale ? 'stale' : (model.get(unit)?.get(id)?.etag ?? 'none');
    if (op === 'delete') return { op, id, etag };
    const doc: Doc = scope.doc({
      unit,
      id,
      type: scope.name(kind),
      index: state === undefined ? {} : { state },
      ...(minute === undefined ? {} : { lane: scope.name('lane'), dueAt: `2026-11-30T02:${minute}:00.000Z` }),
      data: { state, minute: minute ?? null },
    });
    return op === 'create' ? { op, doc } : { op, doc, etag };
  });
  return { unit, changes };
}

async function applyBoth(store: Store, model: Model, { unit, changes }: Batch): Promise<void> {
  const docs = model.get(unit) ?? assert.fail('unit of the model');
  const refusal = changes.map((change) => refusalOf(docs, change)).find((code) => code !== undefined);
  const outcome = await store.commit(unit, changes).catch((error: unknown) => {
    if (error instanceof StoreError) return error.code;
    throw error;
  });
  if (typeof outcome === 'string') return assert.equal(outcome, refusal);
  assert.equal(refusal, undefined, 'the model refuses what the store took');
  for (const change of changes) {
    if (change.op === 'delete') docs.delete(change.id);
    else
      docs.set(change.doc.id, { doc: JSON.parse(JSON.stringify(change.doc)), etag: outcome.get(change.doc.id) ?? '' });
  }
}

function refusalOf(docs: ReadonlyMap<string, Stored>, change: Change): string | undefined {
  if (change.op === 'create') return docs.has(change.doc.id) ? 'Duplicate' : undefined;
  const id = change.op === 'delete' ? change.id : change.doc.id;
  return docs.get(id)?.etag === change.etag ? undefined : 'Conflict';
}

async function assertSame(store: Store, model: Model, scope: Scope): Promise<void> {
  const all = [...model.values()].flatMap((docs) => [...docs.values()]);
  const sorted = (items: Stored[]) =>
    items.sort((a, b) => Buffer.compare(Buffer.from(a.doc.id), Buffer.from(b.doc.id)));
  for (const [unit, docs] of model) {
    const found = await store.getMany(unit, IDS);
    assert.deepEqual(found, new Map(IDS.flatMap((id) => docs.get(id) ?? []).map((stored) => [stored.doc.id, stored])));
  }
  for (const type of KINDS.map((kind) => scope.name(kind))) {
    const counts = new Map<string, number>();
    for (const unit of model.keys()) {
      const own = sorted(all.filter(({ doc }) => doc.unit === unit && doc.type === type));
      if (own.length > 0) counts.set(unit, own.length);
      assert.deepEqual(await listAll(store, { unit, type, limit: 2 }), own);
      assert.equal(await store.count({ unit, type }), own.length);
      for (const equals of STATES) {
        const where = { field: 'state', equals };
        const wanted = own.filter(({ doc }) => doc.index.state === equals);
        assert.deepEqual(await listAll(store, { unit, type, where, limit: 2 }), wanted);
        assert.equal(await store.count({ unit, type, where }), wanted.length);
      }
      const states = own.flatMap(({ doc }) => doc.index.state ?? []);
      const counted = STATES.map((state) => [state, states.filter((one) => one === state).length] as const);
      assert.deepEqual(
        await store.countBy({ unit, type, field: 'state', prefix: '' }),
        new Map(counted.filter(([, n]) => n > 0)),
      );
    }
    assert.deepEqual(await store.totals(type), counts);
  }
  const until = '2026-11-30T02:30:00.000Z';
  const due = await store.due({ lane: scope.name('lane'), until, limit: 100 });
  const wanted = all.filter(({ doc }) => doc.dueAt !== undefined && doc.dueAt <= until);
  assert.deepEqual(
    due.map(({ doc }) => doc.dueAt),
    wanted.map(({ doc }) => doc.dueAt).sort(),
  );
  assert.deepEqual(new Set(due.map(({ etag }) => etag)), new Set(wanted.map(({ etag }) => etag)));
}
