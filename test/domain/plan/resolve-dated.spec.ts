import assert from 'node:assert/strict';
import { CodedError } from '../../../src/domain/errors.ts';
import { resolveDated, rowInForce } from '../../../src/domain/plan/resolve-dated.ts';

const rows = [
  { from: '2023-01-01', value: 'a', source: 'A' },
  { from: '2025-03-01', value: 'b', source: 'B' },
];

describe('resolveDated', () => {
  for (const [date, value] of [
    ['2023-01-01', 'a'],
    ['2025-02-28', 'a'],
    ['2025-03-01', 'b'],
    ['2031-01-01', 'b'],
  ] as const) {
    it(`takes ${value} on ${date}`, () => assert.equal(resolveDated(rows, date), value));
  }

  it('keeps the source beside the value', () => assert.equal(rowInForce(rows, '2026-01-01').source, 'B'));

  it('refuses a day before the first row rather than inventing a value', () => {
    assert.throws(
      () => resolveDated(rows, '2022-12-31'),
      (error) => error instanceof CodedError && error.code === 'NOT_IN_FORCE' && error.facts.first === '2023-01-01',
    );
  });
});
