import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { decode } from '../../src/ports/documents.ts';
import { type Doc, StoreError } from '../../src/ports/store.ts';
import { defineRecord, type RecordType } from '../../src/records/record.ts';
import { storedTypes } from '../../src/records/stored-types.ts';

const golden = new URL('./golden/', import.meta.url);
const records = new URL('../../src/records/', import.meta.url);

/** Every record type that src/records defines, by its name. */
async function recordTypes(): Promise<Map<string, RecordType<unknown>>> {
  const modules = await Promise.all(readdirSync(records).map((file) => import(new URL(file, records).href)));
  const types = modules
    .flatMap((module) => Object.values(module as Record<string, unknown>))
    .filter(
      (value): value is RecordType<unknown> =>
        typeof value === 'object' && value !== null && 'upcasts' in value && 'schema' in value,
    );
  return new Map(types.map((type) => [type.type, type]));
}
const read = (file: string): Doc => JSON.parse(readFileSync(new URL(file, golden), 'utf8'));

describe('golden documents', () => {
  it('there is one of every version of every record type', async () => {
    const wanted = [...(await recordTypes()).values()].flatMap(({ type, v }) =>
      Array.from({ length: v }, (_, i) => `${type}.v${i + 1}.json`),
    );
    assert.deepEqual(readdirSync(golden).sort(), wanted.sort());
  });

  it('what goes through all documents goes through every type', async () =>
    assert.deepEqual([...storedTypes], [...(await recordTypes()).keys()].sort()));

  for (const file of readdirSync(golden)) {
    it(`${file} is still read, and written back as it is found`, async () => {
      const doc = read(file);
      const type = (await recordTypes()).get(doc.type);
      assert.ok(type);
      const { data } = decode(type, { doc, etag: 'e' });
      if (doc.v === type.v) {
        assert.deepEqual(data, doc.data);
        assert.deepEqual(type.index(data), doc.index);
        const owed = type.owed(data);
        assert.deepEqual([owed?.lane, owed?.dueAt], [doc.lane, doc.dueAt]);
      }
    });
  }
});

describe('versions', () => {
  const shape = z.strictObject({ a: z.int(), b: z.string() });
  const third = defineRecord({
    type: 'thing',
    v: 3,
    schema: shape,
    upcasts: {
      1: (data) => ({ ...(data as object), b: 'from 1' }),
      2: (data) => ({ ...(data as object), a: 2 }),
    },
  });
  const doc = (v: number, data: unknown): Doc => ({
    unit: 'u',
    tenant: 't',
    id: 'thing:1',
    type: 'thing',
    v,
    rev: 1,
    index: {},
    data,
  });

  it('an older shape is brought up step by step', () => {
    assert.deepEqual(decode(third, { doc: doc(1, { a: 1 }), etag: 'e' }).data, { a: 2, b: 'from 1' });
    assert.deepEqual(decode(third, { doc: doc(2, { a: 1, b: 'x' }), etag: 'e' }).data, { a: 2, b: 'x' });
  });
  it('a newer shape is refused by name, not guessed at', () => {
    assert.throws(
      () => decode(third, { doc: doc(4, {}), etag: 'e' }),
      (error) => error instanceof StoreError && error.code === 'TooNew' && error.id === 'thing:1',
    );
  });
  it('a damaged document is refused', () => {
    assert.throws(() => decode(third, { doc: doc(3, { a: 'x' }), etag: 'e' }), z.ZodError);
  });
});
