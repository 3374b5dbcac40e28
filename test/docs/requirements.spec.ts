import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { khanhHoaPlan } from '../support/khanh-hoa-plan.ts';

const root = new URL('../../', import.meta.url);
const rows = readFileSync(new URL('docs/requirements.md', root), 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('| R-'))
  .map((line) => line.split('|').map((cell) => cell.trim()))
  .map(([, id = '', , where = '', test = '', state = '']) => ({ id, where, test, state }));

const placesIn = (cell: string) => [...cell.matchAll(/`([^`]+)`/g)].map((match) => match[1] ?? '');

function exists(place: string): boolean {
  if (!place.startsWith('plan:')) return existsSync(new URL(place, root));
  let value: unknown = khanhHoaPlan;
  for (const key of place.slice('plan:'.length).split('.')) {
    if (typeof value !== 'object' || value === null || !(key in value)) return false;
    value = (value as Record<string, unknown>)[key];
  }
  return true;
}

describe('docs/requirements.md', () => {
  it('has R-001 to R-102, each once and in order', () => {
    assert.deepEqual(
      rows.map((row) => row.id),
      Array.from({ length: 102 }, (_, i) => `R-${String(i + 1).padStart(3, '0')}`),
    );
  });

  it('names only places that exist', () => {
    const missing = rows.flatMap(({ id, where, test }) =>
      placesIn(`${where} ${test}`)
        .filter((place) => !exists(place))
        .map((place) => `${id}: ${place}`),
    );
    assert.deepEqual(missing, []);
  });

  it('calls nothing done without a test', () => {
    assert.deepEqual(
      rows.filter((row) => !['done', 'data', 'not yet'].includes(row.state)),
      [],
    );
    assert.deepEqual(
      rows.filter((row) => row.state === 'done' && placesIn(row.test).length === 0).map((row) => row.id),
      [],
    );
  });

  it('calls nothing done that no test shows in chat', () => {
    const inChat = /^test\/(features|story|bot|browser)\//;
    assert.deepEqual(
      rows
        .filter(({ state, test }) => state === 'done' && !placesIn(test).some((place) => inChat.test(place)))
        .map(({ id }) => id),
      [],
    );
  });

  it('knows every criterion of the plan', () => {
    const sources = Object.values(khanhHoaPlan.criteria).flatMap((group) => group.map((criterion) => criterion.source));
    assert.deepEqual(
      sources.filter((source) => !rows.some((row) => row.id === source)),
      [],
    );
  });
});
