import assert from 'node:assert/strict';
import { retryAfterMs } from '../../../src/adapters/teams/retry-after.ts';

const now = Date.UTC(2026, 10, 1, 8, 0, 0);
const hour = 3_600_000;

describe('Retry-After', () => {
  const table: [header: string | undefined, expected: number | undefined][] = [
    ['7', 7_000],
    [' 0.5 ', 500],
    ['0', 0],
    ['3601', hour],
    ['9'.repeat(400), hour],
    ['Sun, 01 Nov 2026 08:00:30 GMT', 30_000],
    ['Sun, 01 Nov 2026 07:59:00 GMT', 0],
    ['Thu, 01 Nov 2029 08:00:00 GMT', hour],
    [undefined, undefined],
    ['', undefined],
    ['  ', undefined],
    ['-5', undefined],
    ['soon', undefined],
    ['Infinity', undefined],
    ['0x10', undefined],
    ['2026-11-01T08:00:30Z', undefined],
    ['Sun, 31 Feb 2026 08:00:00 GMT', undefined],
  ];
  for (const [header, expected] of table)
    it(`${JSON.stringify(header)?.slice(0, 40)}: ${expected ?? 'says nothing'}`, () =>
      assert.equal(retryAfterMs(header, now), expected));
});
