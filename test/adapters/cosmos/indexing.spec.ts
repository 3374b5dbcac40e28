import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { documents } from '../../../src/adapters/cosmos/container.ts';
import * as queries from '../../../src/adapters/cosmos/queries.ts';

const of = { unit: 'u', type: 't' };
const texts = [
  queries.byType(of, '', 1),
  queries.byType({ ...of, where: { field: 'round', equals: 'r' } }, '', 1),
  queries.countOf(of),
  queries.countOf({ ...of, where: { field: 'round', equals: 'r' } }),
  queries.valuesIn({ ...of, field: 'state', prefix: 'r' }),
  queries.byIds('u', ['a', 'b']),
  queries.everywhere('a'),
  queries.dueIn('send', 'z', 1),
  queries.dueSoon('z', 1),
  queries.unitAfter('t', ''),
].map(({ query }) => query);

/** What conditions and orders look at; `id` is always indexed. */
const lookedAt = (text: string): string[] =>
  [...text.replace(/^SELECT.*? WHERE /, '').matchAll(/c(?:\.(\w+)|\["(index)"\])/g)].map(
    ([, name, index]) => name ?? index ?? '',
  );

describe('the indexing policy', () => {
  it('has what the queries look at, and no more', () => {
    const needed = new Set(texts.flatMap(lookedAt).filter((name) => name !== 'id'));
    const { includedPaths, excludedPaths } = documents.indexingPolicy;
    assert.deepEqual(
      includedPaths.map(({ path }) => path).sort(),
      [...needed].map((name) => (name === 'index' ? '/index/*' : `/${name}/?`)).sort(),
    );
    assert.deepEqual(excludedPaths, [{ path: '/*' }]);
  });

  it('has an index over both of what is sorted by two, and no more', () => {
    const needed = texts.flatMap((text) => {
      const order = (text.split(' ORDER BY ')[1] ?? '').split(', ').map((each) => each.replace('c.', '/'));
      return order.length > 1 ? [order.join(' ')] : [];
    });
    const composite = documents.indexingPolicy.compositeIndexes.map((paths) => paths.map(({ path }) => path).join(' '));
    assert.deepEqual([...composite].sort(), [...new Set(needed)].sort());
  });

  it('is the one that the container is made with in a tenant', () => {
    const text = readFileSync(new URL('../../../infra/modules/indexing-policy.json', import.meta.url), 'utf8');
    assert.deepEqual(JSON.parse(text), documents.indexingPolicy);
  });

  it('looks at one partition wherever a unit is known', () => {
    const values = queries.valuesIn({ ...of, field: 'state', prefix: '' });
    for (const query of [queries.byType(of, '', 1), queries.countOf(of), queries.byIds('u', ['a']), values]) {
      assert.match(query.query, /WHERE c\.unit = @unit AND /);
      assert.ok(query.parameters?.some(({ name, value }) => name === '@unit' && value === 'u'));
    }
  });

  it('asks for nothing that reads everything it goes over', () => {
    for (const text of texts) assert.doesNotMatch(text, /GROUP BY|OFFSET|LIKE|DISTINCT/);
  });
});
