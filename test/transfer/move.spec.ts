import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { FileName, Files } from '../../src/ports/files.ts';
import { type Doc, type Store, StoreError } from '../../src/ports/store.ts';
import { personRecord } from '../../src/records/person.ts';
import { restorationId } from '../../src/records/restoration.ts';
import { storedTypes } from '../../src/records/stored-types.ts';
import { heldBack } from '../../src/transfer/hold-back.ts';
import { move } from '../../src/transfer/move.ts';
import { sumsOf } from '../../src/transfer/sums.ts';
import { aDoc } from '../support/a-doc.ts';
import { keepFile, keptFile, memoryFiles } from '../support/memory-files.ts';
import { memoryStore } from '../support/memory-store.ts';
import { storeWith } from '../support/store-with.ts';

const dueAt = '2026-11-30T09:55:00.000Z';
const anyDoc = fc.record({
  unit: fc.constantFrom('u1', 'u2'),
  type: fc.constantFrom(...storedTypes),
  n: fc.nat(400),
  rev: fc.integer({ min: 1, max: 9 }),
  lane: fc.constantFrom(undefined, 'send', 'sendUrgent', 'spread', 'opinion', 'watch'),
  words: fc.string({ unit: 'grapheme', maxLength: 30 }),
});
const docsFrom = (drawn: readonly (typeof anyDoc extends fc.Arbitrary<infer D> ? D : never)[]): Doc[] =>
  drawn.map(({ unit, type, n, rev, lane, words }) =>
    aDoc({
      ...{
        unit,
        tenant: 't',
        id: `${type}:${n}`,
        type,
        rev,
        index: { round: 'annual-2026' },
        data: { words, z: 1, a: [{ y: 2, b: null }] },
      },
      ...(lane === undefined ? {} : { lane, dueAt }),
    }),
  );
const anyDocs = fc
  .uniqueArray(anyDoc, { selector: ({ unit, type, n }) => `${unit} ${type} ${n}`, maxLength: 60 })
  .map(docsFrom);

interface Data {
  readonly store: Store;
  readonly files: Files;
}
const empty = (): Data => ({ store: memoryStore(), files: memoryFiles() });
async function filled(docs: readonly Doc[]): Promise<Data> {
  const data = empty();
  for (const doc of docs) await data.store.commit(doc.unit, [{ op: 'create', doc }]);
  return data;
}
async function* none(): AsyncGenerator<FileName> {}
const plain = { named: none };

describe('data that are moved', () => {
  it('are the same on both sides, whatever they are: writes counted, what is owed, in every unit', () =>
    fc.assert(
      fc.asyncProperty(anyDocs, async (docs) => {
        const [from, to] = [await filled(docs), empty()];
        const { documents } = await move(from, to, plain);
        assert.equal(
          documents.reduce((sum, { count }) => sum + count, 0),
          docs.length,
        );
        for (const doc of docs) assert.deepEqual((await to.store.get(doc.unit, doc.id))?.doc, doc);
        assert.deepEqual(await sumsOf(to.store), documents);
        // And back again, which is the same journey.
        const home = empty();
        assert.deepEqual((await move(to, home, plain)).documents, documents);
      }),
      { numRuns: 40 },
    ));

  it('go on where they broke off, at whichever commit', () =>
    fc.assert(
      fc.asyncProperty(anyDocs, fc.nat(12), async (docs, after) => {
        const [from, to] = [await filled(docs), empty()];
        let left = after;
        const commit: Store['commit'] = (unit, changes) => {
          if (left-- === 0) throw new StoreError('Unavailable');
          return to.store.commit(unit, changes);
        };
        await move(from, { ...to, store: storeWith(to.store, { commit }) }, plain).catch((error: unknown) => {
          assert.ok(error instanceof StoreError && error.code === 'Unavailable');
        });
        const { documents } = await move(from, to, plain);
        assert.deepEqual(await sumsOf(to.store), documents);
      }),
      { numRuns: 40 },
    ));

  it('are many and large: as many go together as a commit takes', async () => {
    const docs = Array.from({ length: 230 }, (_, i) =>
      aDoc({ id: `person:${i}`, type: personRecord.type, data: { words: 'ư'.repeat(20_000) } }),
    );
    const to = empty();
    await move(await filled(docs), to, plain);
    assert.equal((await to.store.totals(personRecord.type)).get('unit-1'), 230);
  });

  for (const [what, there] of [
    ['a document of its own', aDoc({ id: 'person:2', type: personRecord.type })],
    ['one of the same name that differs', aDoc({ id: 'person:1', type: personRecord.type, rev: 2 })],
    ['another unit', aDoc({ id: 'person:1', type: personRecord.type, unit: 'unit-2' })],
  ] as const)
    it(`are not brought to where there is ${what}, and nothing is changed there`, async () => {
      const to = await filled([there]);
      const before = await sumsOf(to.store);
      await assert.rejects(
        move(await filled([aDoc({ id: 'person:1', type: personRecord.type })]), to, plain),
        /must be empty/,
      );
      assert.deepEqual(await sumsOf(to.store), before);
    });

  it('that are written to meanwhile are not called the same', async () => {
    const from = await filled([aDoc({ id: 'person:1', type: personRecord.type })]);
    const late = aDoc({ id: 'person:2', type: personRecord.type });
    const to = empty();
    const commit: Store['commit'] = async (unit, changes) => {
      if ((await from.store.get(late.unit, late.id)) === undefined)
        await from.store.commit(late.unit, [{ op: 'create', doc: late }]);
      return to.store.commit(unit, [...changes, { op: 'create', doc: late }]);
    };
    await assert.rejects(
      move(from, { ...to, store: storeWith(to.store, { commit }) }, plain),
      /the two sides differ:\nunit-1 person: 1 documents, and 2 there/,
    );
  });

  it('bring the files along that records name, each once; what was missing is said', async () => {
    const [from, to] = [await filled([]), empty()];
    const sha256 = await keepFile(from.files, 'dossier:1', Buffer.from('minh chứng'));
    const gone = { owner: 'dossier:1', sha256: '0'.repeat(64) };
    async function* named() {
      yield { owner: 'dossier:1', sha256 };
      yield { owner: 'dossier:1', sha256 };
      yield gone;
    }
    const { files } = await move(from, to, { named });
    assert.deepEqual(files, { count: 1, bytes: Buffer.byteLength('minh chứng'), missing: [gone] });
    assert.equal((await keptFile(to.files, 'dossier:1', sha256))?.toString(), 'minh chứng');
  });

  it('a file whose content is no longer what its name says ends it', async () => {
    const from = await filled([]);
    const sha256 = await keepFile(from.files, 'dossier:1', Buffer.from('ảnh'));
    async function* named() {
      yield { owner: 'dossier:1', sha256 };
    }
    async function* other() {
      yield Buffer.from('khác');
    }
    const read: Files['read'] = async () => ({ size: 4, chunks: other() });
    await assert.rejects(move({ ...from, files: { ...from.files, read } }, empty(), { named }), /DAMAGED_FILE/);
  });
});

describe('what is brought back from a backup', () => {
  it('owes nothing to people until somebody chooses, and is found by what it belongs to; all else goes on', () =>
    fc.assert(
      fc.asyncProperty(anyDocs, async (docs) => {
        const id = restorationId(dueAt);
        const [from, to] = [await filled(docs), empty()];
        const { documents } = await move(from, to, { named: none, as: (doc) => heldBack(doc, id) });
        for (const lane of ['send', 'sendUrgent', 'spread'])
          assert.deepEqual(await to.store.due({ lane, until: dueAt, limit: 100 }), []);
        for (const doc of docs) {
          const now = (await to.store.get(doc.unit, doc.id))?.doc;
          const isHeld = ['send', 'sendUrgent', 'spread'].includes(doc.lane ?? '');
          assert.deepEqual(
            [now?.data, now?.rev, now?.lane, now?.index.held],
            [doc.data, doc.rev, isHeld ? undefined : doc.lane, isHeld ? id : undefined],
          );
        }
        // Begun again after it broke off, it knows its own.
        assert.deepEqual((await move(from, to, { named: none, as: (doc) => heldBack(doc, id) })).documents, documents);
      }),
      { numRuns: 40 },
    ));
});
