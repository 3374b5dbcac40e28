import assert from 'node:assert/strict';
import { changeBytes, MAX_COMMIT_BYTES } from '../../src/ports/limits.ts';
import type { Change, Store, StoreError } from '../../src/ports/store.ts';
import { flakyStore } from '../support/flaky-store.ts';
import { describeStoreModel } from './store-model.ts';
import { create, createAll, ids, listAll, newScope, rejectsWith, type Scope } from './store-scope.ts';

export interface OpenStore {
  readonly store: Store;
  /** Closes the store and opens the same data again; absent when the data ends with the store. */
  readonly reopen?: () => Promise<Store>;
  /** Called after the suite has closed the store. */
  readonly dispose?: () => Promise<void>;
}

/**
 * What every store must do, in one file to be read as one contract.
 * One store serves the whole suite and need not be empty: each test uses names of its own.
 * @param patience how many times longer than the embedded store it may take: each call of another goes over a network
 */
export function describeStore(name: string, open: () => Promise<OpenStore>, patience = 1): void {
  describe(`store contract: ${name}`, function () {
    this.timeout(10_000 * patience);
    let opened: OpenStore;
    let store: Store;
    let scope: Scope;
    let unit: string;
    let type: string;

    before(async () => {
      opened = await open();
      store = opened.store;
    });
    beforeEach(() => {
      scope = newScope();
      unit = scope.name('a');
      type = scope.name('note');
    });
    after(async () => {
      await store.close();
      await opened.dispose?.();
    });

    async function etagOf(id: string): Promise<string> {
      const stored = await store.get(unit, id);
      assert.ok(stored, `${id} is stored`);
      return stored.etag;
    }

    describe('one document', () => {
      it('answers nothing for an id that was never created', async () => {
        assert.equal(await store.get(unit, 'note:1'), undefined);
      });

      it('gives back what was created, with the etag the commit answered', async () => {
        const doc = scope.doc({
          v: 3,
          rev: 7,
          lane: scope.name('send'),
          dueAt: '2026-11-30T02:00:00.000Z',
          index: { round: 'annual-2026', status: '' },
          data: { list: [1, 2.5, null, true, { deep: 'x' }], text: 'a\u0000b \ud800', empty: {}, big: 2 ** 53 - 1 },
        });
        const etags = await store.commit(unit, [create(doc)]);
        assert.deepEqual([...etags.keys()], [doc.id]);
        assert.deepEqual(await store.get(unit, doc.id), { doc, etag: etags.get(doc.id) });
      });

      it('has no lane or dueAt when none was given', async () => {
        await store.commit(unit, [create(scope.doc())]);
        const stored = await store.get(unit, 'note:1');
        assert.ok(stored && !('lane' in stored.doc) && !('dueAt' in stored.doc));
      });

      it('keeps its own copy: changing what was written or read changes nothing stored', async () => {
        const data = { title: 'first' };
        await store.commit(unit, [create(scope.doc({ data }))]);
        data.title = 'second';
        const read = await store.get(unit, 'note:1');
        (read?.doc.data as { title: string }).title = 'third';
        assert.deepEqual((await store.get(unit, 'note:1'))?.doc.data, { title: 'first' });
      });

      it('is replaced when the etag matches, rev as given', async () => {
        await store.commit(unit, [create(scope.doc())]);
        const next = scope.doc({ rev: 2, data: { title: 'second' } });
        const etags = await store.commit(unit, [{ op: 'replace', doc: next, etag: await etagOf(next.id) }]);
        assert.deepEqual(await store.get(unit, next.id), { doc: next, etag: etags.get(next.id) });
      });

      it('is deleted when the etag matches, and the commit answers no etag for it', async () => {
        await store.commit(unit, [create(scope.doc())]);
        const etags = await store.commit(unit, [{ op: 'delete', id: 'note:1', etag: await etagOf('note:1') }]);
        assert.equal(etags.size, 0);
        assert.equal(await store.get(unit, 'note:1'), undefined);
      });

      it('has a new etag after every write, also the same content, also after delete and create', async () => {
        const doc = scope.doc();
        const seen = new Set<string | undefined>();
        for (const _ of [1, 2]) {
          seen.add((await store.commit(unit, [create(doc)])).get(doc.id));
          seen.add((await store.commit(unit, [{ op: 'replace', doc, etag: await etagOf(doc.id) }])).get(doc.id));
          await store.commit(unit, [{ op: 'delete', id: doc.id, etag: await etagOf(doc.id) }]);
        }
        assert.equal(seen.size, 4);
        assert.ok(!seen.has(undefined));
      });
    });

    describe('refusals', () => {
      it('Duplicate: the id exists', async () => {
        await store.commit(unit, [create(scope.doc({ data: 'first' }))]);
        await rejectsWith(store.commit(unit, [create(scope.doc({ data: 'second' }))]), 'Duplicate', 'note:1');
        assert.equal((await store.get(unit, 'note:1'))?.doc.data, 'first');
      });

      it('Conflict: someone else wrote in between', async () => {
        const doc = scope.doc();
        await store.commit(unit, [create(doc)]);
        const stale = await etagOf(doc.id);
        await store.commit(unit, [{ op: 'replace', doc: { ...doc, rev: 2 }, etag: stale }]);
        await rejectsWith(store.commit(unit, [{ op: 'replace', doc, etag: stale }]), 'Conflict', doc.id);
        await rejectsWith(store.commit(unit, [{ op: 'delete', id: doc.id, etag: stale }]), 'Conflict', doc.id);
        assert.equal((await store.get(unit, doc.id))?.doc.rev, 2);
      });

      it('Conflict: the document is gone, or came back as another', async () => {
        const doc = scope.doc();
        await store.commit(unit, [create(doc)]);
        const etag = await etagOf(doc.id);
        await store.commit(unit, [{ op: 'delete', id: doc.id, etag }]);
        await rejectsWith(store.commit(unit, [{ op: 'replace', doc, etag }]), 'Conflict', doc.id);
        await rejectsWith(store.commit(unit, [{ op: 'delete', id: doc.id, etag }]), 'Conflict', doc.id);
        await store.commit(unit, [create(doc)]);
        await rejectsWith(store.commit(unit, [{ op: 'replace', doc, etag }]), 'Conflict', doc.id);
      });

      it('lets one of two racing replaces win', async () => {
        const doc = scope.doc();
        await store.commit(unit, [create(doc)]);
        const etag = await etagOf(doc.id);
        const race = ['x', 'y'].map((data) => store.commit(unit, [{ op: 'replace', doc: { ...doc, data }, etag }]));
        const outcomes = await Promise.allSettled(race);
        assert.deepEqual(outcomes.map(({ status }) => status).sort(), ['fulfilled', 'rejected']);
      });

      for (const [what, id] of [
        ['empty', ''],
        ['with a slash', 'a/b'],
        ['with a backslash', 'a\\b'],
        ['with a question mark', 'a?b'],
        ['with a number sign', 'a#b'],
        ['of one dot', '.'],
        ['of two dots', '..'],
        ['with a control character', 'a\u0000b'],
        ['with half a surrogate pair', 'a\ud800'],
        ['of 1,024 bytes', 'x'.repeat(1_024)],
        ['of 1,024 bytes in 512 letters', 'đ'.repeat(512)],
      ] as const)
        it(`BadId: an id ${what}, in a write or a read`, async () => {
          await rejectsWith(store.commit(unit, [create(scope.doc({ id }))]), 'BadId', id);
          await rejectsWith(store.commit(unit, [{ op: 'delete', id, etag: 'any' }]), 'BadId', id);
          await rejectsWith(store.get(unit, id), 'BadId', id);
          await rejectsWith(store.findEverywhere(id), 'BadId', id);
        });

      it('takes an id of 1,023 bytes', async () => {
        const id = `x${'đ'.repeat(511)}`;
        await store.commit(unit, [create(scope.doc({ id }))]);
        assert.equal((await store.get(unit, id))?.doc.id, id);
      });

      it('takes an id with whatever else an address gives a meaning to', async () => {
        for (const id of ['50 % đạt', 'a+b', 'a%2Fb', '...', ' a ', 'a:b@c;d,e=f&g\'h|i"j<k>{l}']) {
          await store.commit(unit, [create(scope.doc({ id }))]);
          assert.deepEqual((await store.get(unit, id))?.doc.id, id);
          assert.deepEqual([...(await store.getMany(unit, [id, 'b'])).keys()], [id]);
          await store.commit(unit, [{ op: 'delete', id, etag: await etagOf(id) }]);
          assert.equal(await store.get(unit, id), undefined);
        }
      });

      it('BadId: a document of another unit, or one id twice in a commit', async () => {
        await rejectsWith(store.commit(scope.name('b'), [create(scope.doc())]), 'BadId', 'note:1');
        await rejectsWith(store.commit(unit, [create(scope.doc()), create(scope.doc())]), 'BadId', 'note:1');
        assert.equal(await store.get(unit, 'note:1'), undefined);
      });

      it('TypeError: a lane without dueAt, or a dueAt that would not sort', async () => {
        const lane = scope.name('send');
        await assert.rejects(store.commit(unit, [create(scope.doc({ lane }))]), TypeError);
        const dueAt = '2026-11-30T09:00:00.000+07:00';
        await assert.rejects(store.commit(unit, [create(scope.doc({ lane, dueAt }))]), TypeError);
      });

      it('RangeError: a page or a list of no documents', async () => {
        await assert.rejects(store.query({ unit, type, limit: 0 }), RangeError);
        await assert.rejects(store.due({ lane: type, until: '2026-11-30T02:00:00.000Z', limit: -1 }), RangeError);
      });
    });

    describe('a commit', () => {
      const hundred = (): Change[] =>
        Array.from({ length: 100 }, (_, n) => create(scope.doc({ id: `n:${String(n).padStart(3, '0')}` })));

      it('of nothing answers nothing', async () => {
        assert.equal((await store.commit(unit, [])).size, 0);
      });

      it('writes 100 changes, and refuses 101 whole', async () => {
        const etags = await store.commit(unit, hundred());
        assert.equal(etags.size, 100);
        const more = [...hundred(), create(scope.doc({ id: 'one-more' }))].map((change) =>
          change.op === 'create' ? create({ ...change.doc, id: `${change.doc.id}x` }) : change,
        );
        await rejectsWith(store.commit(unit, more), 'TooLarge');
        assert.equal((await store.totals(type)).get(unit), 100);
        assert.equal(await store.count({ unit, type }), 100);
      });

      it('writes nothing when the 100th change conflicts', async () => {
        await store.commit(unit, [create(scope.doc({ id: 'kept', data: 'kept' }))]);
        const etag = await etagOf('kept');
        const before = hundred().slice(0, 97);
        const replaced: Change = { op: 'replace', doc: scope.doc({ id: 'kept', data: 'changed' }), etag };
        const stale: Change = { op: 'replace', doc: scope.doc({ id: 'gone' }), etag: 'stale' };
        const fresh = create(scope.doc({ id: 'indexed', index: { round: 'r' } }));
        await rejectsWith(store.commit(unit, [...before, replaced, fresh, stale]), 'Conflict', 'gone');
        const where = { field: 'round', equals: 'r' };
        assert.deepEqual((await store.query({ unit, type, where, limit: 9 })).items, []);
        const { items } = await store.query({ unit, type, limit: 200 });
        assert.deepEqual(
          items.map(({ doc, etag }) => [doc.data, etag]),
          [['kept', etag]],
        );
      });

      it('creates, replaces and deletes together', async () => {
        await store.commit(unit, [create(scope.doc({ id: 'x' })), create(scope.doc({ id: 'y' }))]);
        const etags = await store.commit(unit, [
          { op: 'delete', id: 'x', etag: await etagOf('x') },
          { op: 'replace', doc: scope.doc({ id: 'y', rev: 2 }), etag: await etagOf('y') },
          create(scope.doc({ id: 'z' })),
        ]);
        assert.deepEqual([...etags.keys()].sort(), ['y', 'z']);
        assert.deepEqual(ids((await store.query({ unit, type, limit: 9 })).items), ['y', 'z']);
      });

      it('is at most 2 MB: a document that just fits, one byte more, two that fit only apart', async () => {
        const sized = (id: string, bytes: number): Change => {
          const empty = changeBytes(create(scope.doc({ id, data: '' })));
          return create(scope.doc({ id, data: 'x'.repeat(bytes - empty) }));
        };
        await rejectsWith(store.commit(unit, [sized('over', MAX_COMMIT_BYTES + 1)]), 'TooLarge', 'over');
        await store.commit(unit, [sized('fits', MAX_COMMIT_BYTES)]);
        const { doc } = (await store.get(unit, 'fits')) ?? assert.fail('the document is stored');
        assert.ok((doc.data as string).length > 2_000_000);
        const half = MAX_COMMIT_BYTES / 2;
        await rejectsWith(store.commit(unit, [sized('one', half), sized('two', half + 1)]), 'TooLarge', 'two');
        await store.commit(unit, [sized('one', half), sized('two', half)]);
      });

      it('counts bytes, not letters', async () => {
        const doc = scope.doc({ data: 'đ'.repeat(MAX_COMMIT_BYTES / 2) });
        await rejectsWith(store.commit(unit, [create(doc)]), 'TooLarge', doc.id);
      });
    });

    describe('commits at once', () => {
      /** What became of each commit: `done`, or the code of its refusal. */
      const outcomes = async (commits: readonly Change[][]): Promise<string[]> =>
        (await Promise.allSettled(commits.map((changes) => store.commit(unit, changes)))).map((one) =>
          one.status === 'fulfilled' ? 'done' : (one.reason as StoreError).code,
        );

      it('are written, all but those that get in the way of one another: one of those wins', async () => {
        await createAll(
          store,
          ['contested', 'mine'].map((id) => scope.doc({ id })),
        );
        const etag = await etagOf('contested');
        const commits = Array.from({ length: 120 }, (_, n) => {
          const doc = scope.doc({ id: `n:${n}` });
          if (n % 3 === 0) return [create(doc)];
          if (n % 3 === 1) return [create(doc), create(scope.doc({ id: 'new', data: n }))];
          return [create(doc), { op: 'replace', doc: scope.doc({ id: 'contested', data: n }), etag } as const];
        });
        const became = await outcomes(commits);
        for (const [rest, codes] of [
          [0, ['done']],
          [1, ['done', 'Duplicate']],
          [2, ['done', 'Conflict']],
        ] as const) {
          const own = became.filter((_, n) => n % 3 === rest);
          assert.deepEqual([...new Set(own)].sort(), [...codes].sort());
          if (rest > 0) assert.equal(own.filter((code) => code === 'done').length, 1);
        }
        const whole = became.flatMap((code, n) => (code === 'done' ? [`n:${n}`] : []));
        const notes = await listAll(store, { unit, type, limit: 100 });
        assert.deepEqual(
          ids(notes).filter((id) => id.startsWith('n:')),
          whole.sort(),
        );
        for (const [id, rest] of [
          ['new', 1],
          ['contested', 2],
        ] as const) {
          const winner = (await store.get(unit, id))?.doc.data as number;
          assert.deepEqual([winner % 3, became[winner]], [rest, 'done']);
        }
      });

      it('refused for their size or an id leave the others', async () => {
        const huge = create(scope.doc({ id: 'huge', data: 'x'.repeat(MAX_COMMIT_BYTES) }));
        const some = ['x', 'huge', 'a/b', 'y'].map((id) => (id === 'huge' ? [huge] : [create(scope.doc({ id }))]));
        assert.deepEqual(await outcomes(some), ['done', 'TooLarge', 'BadId', 'done']);
        assert.deepEqual(ids(await listAll(store, { unit, type, limit: 9 })), ['x', 'y']);
      });

      it('can be read by each as soon as it is answered', async () => {
        const seen = await Promise.all(
          Array.from({ length: 50 }, async (_, n) => {
            const doc = scope.doc({ id: `n:${n}` });
            const etags = await store.commit(unit, [create(doc)]);
            return (await store.get(unit, doc.id))?.etag === etags.get(doc.id);
          }),
        );
        assert.deepEqual(new Set(seen), new Set([true]));
      });

      it('write what they were given when they were asked for', async () => {
        const data = { title: 'first' };
        const written = store.commit(unit, [create(scope.doc({ data }))]);
        data.title = 'second';
        await written;
        assert.deepEqual((await store.get(unit, 'note:1'))?.doc.data, { title: 'first' });
      });

      it('of many megabytes are all written', async () => {
        const half = 'x'.repeat(MAX_COMMIT_BYTES / 2);
        const commits = Array.from({ length: 24 }, (_, n) => [create(scope.doc({ id: `n:${n}`, data: half }))]);
        assert.deepEqual(new Set(await outcomes(commits)), new Set(['done']));
        assert.equal(await store.count({ unit, type }), 24);
      });
    });

    describe('many ids', () => {
      it('are answered with their documents in the order asked, one id once, absentees missing', async () => {
        const other = scope.name('b');
        await createAll(store, [
          ...['x', 'ế', 'a'].map((id) => scope.doc({ id, index: { state: 'draft' }, data: { id } })),
          scope.doc({ id: 'theirs', unit: other }),
        ]);
        const found = await store.getMany(unit, ['ế', 'nobody', 'x', 'theirs', 'ế', 'a']);
        assert.deepEqual([...found.keys()], ['ế', 'x', 'a']);
        for (const [id, stored] of found) assert.deepEqual(stored, await store.get(unit, id));
      });

      it('may be none or 100, duplicates counted, and not 101', async () => {
        await store.commit(unit, [create(scope.doc({ id: 'n:7' }))]);
        assert.deepEqual(await store.getMany(unit, []), new Map());
        const hundred = Array.from({ length: 100 }, (_, n) => `n:${n}`);
        assert.deepEqual([...(await store.getMany(unit, hundred)).keys()], ['n:7']);
        await rejectsWith(store.getMany(unit, [...hundred, 'n:7']), 'TooLarge');
      });

      it('are refused whole when one is an id that no document may have', async () => {
        await store.commit(unit, [create(scope.doc({ id: 'x' }))]);
        await rejectsWith(store.getMany(unit, ['x', 'a/b']), 'BadId', 'a/b');
      });
    });

    describe('queries', () => {
      it('pages 250 documents: the pages together equal one full listing', async () => {
        const docs = Array.from({ length: 250 }, (_, n) => scope.doc({ id: `n:${(n * 7919) % 1_000}` }));
        await createAll(store, docs);
        const whole = await store.query({ unit, type, limit: 1_000 });
        assert.equal(whole.next, undefined);
        assert.deepEqual(ids(whole.items), docs.map(({ id }) => id).sort());
        for (const limit of [1, 50, 99, 100, 249, 250])
          assert.deepEqual(await listAll(store, { unit, type, limit }), whole.items, `pages of ${limit}`);
      });

      it('has a next page only when more remain; next is the last id of the page', async () => {
        await createAll(
          store,
          ['a', 'b', 'c', 'd'].map((id) => scope.doc({ id })),
        );
        const first = await store.query({ unit, type, limit: 2 });
        assert.deepEqual([ids(first.items), first.next], [['a', 'b'], 'b']);
        const last = await store.query({ unit, type, limit: 2, after: 'b' });
        assert.deepEqual(ids(last.items), ['c', 'd']);
        assert.ok(!('next' in last));
        assert.deepEqual(await store.query({ unit, type, limit: 2, after: 'd' }), { items: [] });
      });

      it('goes on after an id that is not there (any more)', async () => {
        await createAll(
          store,
          ['a', 'c'].map((id) => scope.doc({ id })),
        );
        assert.deepEqual(ids((await store.query({ unit, type, limit: 9, after: 'b' })).items), ['c']);
      });

      it('sorts ids by code point, not by alphabet or by UTF-16 unit', async () => {
        const sorted = ['Z', 'a', 'z', 'e\u0301', 'é', 'đ', 'ế', '\uff21', '\u{1f4dc}'].sort(byCodePoint);
        await createAll(
          store,
          sorted.toReversed().map((id) => scope.doc({ id })),
        );
        assert.deepEqual(ids(await listAll(store, { unit, type, limit: 2 })), sorted);
      });

      it('keeps to one unit and one type', async () => {
        const other = scope.name('b');
        await createAll(store, [
          scope.doc({ id: 'mine' }),
          scope.doc({ id: 'task', type: scope.name('task') }),
          scope.doc({ id: 'theirs', unit: other }),
        ]);
        assert.deepEqual(ids((await store.query({ unit, type, limit: 9 })).items), ['mine']);
        assert.deepEqual(ids((await store.query({ unit: other, type, limit: 9 })).items), ['theirs']);
        assert.equal(await store.get(unit, 'theirs'), undefined);
      });

      it('isolates the same id in two units: each has its own content and etag', async () => {
        const other = scope.name('b');
        await createAll(store, [scope.doc({ data: 'a' }), scope.doc({ unit: other, data: 'b' })]);
        const etag = await etagOf('note:1');
        await rejectsWith(store.commit(other, [{ op: 'delete', id: 'note:1', etag }]), 'Conflict');
        await store.commit(unit, [{ op: 'delete', id: 'note:1', etag }]);
        assert.equal((await store.get(other, 'note:1'))?.doc.data, 'b');
      });

      it('finds by one declared field, paged', async () => {
        const docs = Array.from({ length: 30 }, (_, n) =>
          scope.doc({ id: `n:${String(n).padStart(2, '0')}`, index: { round: n % 3 === 0 ? 'r1' : 'r2', head: 'Hà' } }),
        );
        await createAll(store, docs);
        const where = { field: 'round', equals: 'r1' };
        const wanted = docs.filter(({ index }) => index.round === 'r1').map(({ id }) => id);
        assert.deepEqual(ids(await listAll(store, { unit, type, where, limit: 4 })), wanted);
        assert.equal(
          (await listAll(store, { unit, type, where: { field: 'head', equals: 'Hà' }, limit: 7 })).length,
          30,
        );
        for (const none of [
          { field: 'round', equals: 'r' },
          { field: 'rounds', equals: 'r1' },
        ])
          assert.deepEqual((await store.query({ unit, type, where: none, limit: 9 })).items, []);
      });

      it('follows a declared field when it changes, goes away, or the document does', async () => {
        const find = async (equals: string) =>
          ids((await store.query({ unit, type, where: { field: 'state', equals }, limit: 9 })).items);
        const write = async (index: Record<string, string>): Promise<void> => {
          const doc = scope.doc({ index });
          await store.commit(unit, [{ op: 'replace', doc, etag: await etagOf(doc.id) }]);
        };
        await store.commit(unit, [create(scope.doc({ index: { state: 'draft' } }))]);
        await write({ state: 'submitted' });
        assert.deepEqual([await find('draft'), await find('submitted')], [[], ['note:1']]);
        await write({});
        assert.deepEqual(await find('submitted'), []);
        await write({ state: 'draft' });
        await store.commit(unit, [{ op: 'delete', id: 'note:1', etag: await etagOf('note:1') }]);
        await store.commit(unit, [create(scope.doc())]);
        assert.deepEqual(await find('draft'), []);
      });

      it('counts the values of a declared field that begin so, of one unit and one type', async () => {
        const value = (n: number): string => ['r1 ế', 'r1 z', 'r2 z', 'r1'][n % 4] ?? '';
        const docs = Array.from({ length: 30 }, (_, n) =>
          scope.doc({ id: `n:${n}`, index: { of: value(n), to: 'r1 z' } }),
        );
        await createAll(store, [
          ...docs,
          scope.doc({ id: 'none' }),
          scope.doc({ id: 'task', type: scope.name('task'), index: { of: 'r1 z' } }),
          scope.doc({ id: 'theirs', unit: scope.name('b'), index: { of: 'r1 z' } }),
        ]);
        const countBy = async (prefix: string, field = 'of') =>
          Object.fromEntries(await store.countBy({ unit, type, field, prefix }));
        assert.deepEqual(await countBy(''), { 'r1 ế': 8, 'r1 z': 8, 'r2 z': 7, r1: 7 });
        assert.deepEqual(await countBy('r1 '), { 'r1 ế': 8, 'r1 z': 8 });
        assert.deepEqual(await countBy('r1 z'), { 'r1 z': 8 });
        assert.deepEqual([await countBy('r3'), await countBy('', 'other')], [{}, {}]);
        await store.commit(unit, [
          { op: 'replace', doc: scope.doc({ id: 'n:1', rev: 2, index: { of: 'r1 ế' } }), etag: await etagOf('n:1') },
          { op: 'delete', id: 'n:5', etag: await etagOf('n:5') },
        ]);
        assert.deepEqual(await countBy('r1 '), { 'r1 ế': 9, 'r1 z': 6 });
      });

      it('finds an id in every unit that has it', async () => {
        const id = scope.name('key:aad:1');
        const units = ['a', 'b', 'c'].map((letter) => scope.name(letter));
        await createAll(
          store,
          units.map((each) => scope.doc({ unit: each, id, data: each })),
        );
        await createAll(store, [scope.doc({ id: `${id}0` })]);
        const found = await store.findEverywhere(id);
        assert.deepEqual(found.map(({ doc }) => doc.data).sort(), units);
        assert.deepEqual(
          await store.get(unit, id),
          found.find(({ doc }) => doc.unit === unit),
        );
        assert.deepEqual(await store.findEverywhere(scope.name('nobody')), []);
      });

      it('counts a type in each unit that has it', async () => {
        const other = scope.name('b');
        await createAll(
          store,
          [1, 2, 3].map((n) => scope.doc({ id: `n:${n}` })),
        );
        await createAll(store, [scope.doc({ unit: other }), scope.doc({ id: 't', type: scope.name('task') })]);
        assert.deepEqual(
          await store.totals(type),
          new Map([
            [unit, 3],
            [other, 1],
          ]),
        );
        await store.commit(other, [
          { op: 'delete', id: 'note:1', etag: (await store.get(other, 'note:1'))?.etag ?? '' },
        ]);
        assert.deepEqual(await store.totals(type), new Map([[unit, 3]]));
        assert.deepEqual(await store.totals(scope.name('none')), new Map());
      });
    });

    describe('due work', () => {
      const at = (minute: number): string => `2026-11-30T02:${String(minute).padStart(2, '0')}:00.000Z`;

      it('is found across units, soonest first, up to and including the instant, at most as many as asked', async () => {
        const lane = scope.name('send');
        const other = scope.name('b');
        const owed = [5, 1, 4, 2, 3].map((n) =>
          scope.doc({ unit: n % 2 ? unit : other, id: `d:${n}`, lane, dueAt: at(n), data: n }),
        );
        await createAll(store, [...owed, scope.doc({ id: 'else', lane: scope.name('sweep'), dueAt: at(0) })]);
        assert.deepEqual(ids(await store.due({ lane, until: at(4), limit: 9 })), ['d:1', 'd:2', 'd:3', 'd:4']);
        assert.deepEqual(ids(await store.due({ lane, until: at(9), limit: 2 })), ['d:1', 'd:2']);
        assert.deepEqual(await store.due({ lane, until: at(0), limit: 9 }), []);
        const [first] = await store.due({ lane, until: at(9), limit: 1 });
        assert.deepEqual(first, await store.get(unit, 'd:1'));
      });

      it('is gone when the document no longer owes it, moves with dueAt, and ends with the document', async () => {
        const lane = scope.name('send');
        const due = async (minute: number) => ids(await store.due({ lane, until: at(minute), limit: 9 }));
        const docs = ['x', 'y', 'z'].map((id) => scope.doc({ id, lane, dueAt: at(1) }));
        await createAll(store, docs);
        await store.commit(unit, [
          { op: 'replace', doc: scope.doc({ id: 'x', rev: 2 }), etag: await etagOf('x') },
          { op: 'replace', doc: scope.doc({ id: 'y', rev: 2, lane, dueAt: at(7) }), etag: await etagOf('y') },
          { op: 'delete', id: 'z', etag: await etagOf('z') },
        ]);
        assert.deepEqual([await due(6), await due(7)], [[], ['y']]);
        const { etag } = (await store.get(unit, 'x')) ?? assert.fail('x is stored');
        await store.commit(unit, [{ op: 'replace', doc: scope.doc({ id: 'x', rev: 3, lane, dueAt: at(2) }), etag }]);
        assert.deepEqual(await due(7), ['x', 'y']);
      });
    });

    describe('Vietnamese text', () => {
      const text = 'Nguyễn Thị Ánh Tuyết, Phòng Hành chính – Nghiệp vụ, Đắk Lắk';

      it('comes back byte for byte, composed or decomposed, in every part of a document', async () => {
        for (const form of ['NFC', 'NFD'] as const) {
          const name = text.normalize(form);
          const doc = scope.doc({ id: `person:${name}`, tenant: name, index: { name }, data: { [name]: name } });
          await store.commit(unit, [create(doc)]);
          assert.deepEqual((await store.get(unit, doc.id))?.doc, doc);
          const { items } = await store.query({ unit, type, where: { field: 'name', equals: name }, limit: 9 });
          assert.deepEqual(
            items.map((item) => item.doc),
            [doc],
          );
        }
        assert.equal((await store.totals(type)).get(unit), 2, 'the two forms are two ids');
      });
    });

    it('lets other work of the process in while a loop reads on', async () => {
      let isLetIn = false;
      setImmediate(() => {
        isLetIn = true;
      });
      for (let n = 0; n < 200; n += 1) await store.get(unit, 'note:1');
      assert.ok(isLetIn);
    });

    describe('an unknown outcome', () => {
      const command = (): Change[] => [
        create(scope.doc({ id: 'nomination:1' })),
        create(scope.doc({ id: 'audit:c1' })),
      ];

      it('was a commit when its audit document is there', async () => {
        const flaky = flakyStore(store, { failAfterCommit: 1 });
        await rejectsWith(flaky.commit(unit, command()), 'Unavailable');
        assert.ok(await flaky.get(unit, 'audit:c1'));
        assert.ok(await flaky.get(unit, 'nomination:1'));
        await rejectsWith(flaky.commit(unit, command()), 'Duplicate');
      });

      it('was none when it is not, and the same commit may be sent again', async () => {
        const flaky = flakyStore(store, { failBeforeCommit: 1 });
        await rejectsWith(flaky.commit(unit, command()), 'Unavailable');
        assert.equal(await flaky.get(unit, 'audit:c1'), undefined);
        assert.equal((await flaky.commit(unit, command())).size, 2);
      });
    });

    describeStoreModel(() => store, patience);

    describe('closing', () => {
      it('keeps everything for the next opening', async function () {
        if (!opened.reopen) return this.skip();
        const lane = scope.name('send');
        const doc = scope.doc({ lane, dueAt: '2026-11-30T02:00:00.000Z', index: { round: 'r' }, data: 'Đắk Lắk' });
        await store.commit(unit, [create(doc)]);
        const stored = await store.get(unit, doc.id);
        store = await opened.reopen();
        assert.deepEqual(await store.get(unit, doc.id), stored);
        assert.deepEqual(await store.due({ lane, until: '2026-11-30T02:00:00.000Z', limit: 9 }), [stored]);
        const where = { field: 'round', equals: 'r' };
        assert.deepEqual((await store.query({ unit, type, where, limit: 9 })).items, [stored]);
      });

      it('makes every later call Unavailable, and may be repeated', async () => {
        const { store: other, dispose } = await open();
        await other.close();
        await other.close();
        await rejectsWith(other.get(unit, 'note:1'), 'Unavailable');
        await rejectsWith(other.getMany(unit, ['note:1']), 'Unavailable');
        await rejectsWith(other.commit(unit, [create(scope.doc())]), 'Unavailable');
        await dispose?.();
      });
    });
  });
}

function byCodePoint(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}
