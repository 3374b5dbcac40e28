import assert from 'node:assert/strict';
import { DateTime } from 'luxon';
import type { NominationState } from '../../../src/domain/dossier/nomination.ts';
import { type Closed, whyClosed, writableUntil } from '../../../src/domain/dossier/writing.ts';

const zone = 'Asia/Ho_Chi_Minh';
const at = (iso: string): DateTime => DateTime.fromISO(iso, { zone });
const closesAt = at('2026-11-30T23:59:59.999');

describe('writing: until when a candidate may change and send', () => {
  const cases: readonly [NominationState, string, string | null, Closed | undefined][] = [
    ['draft', '2026-11-30T23:59:59.999', null, undefined],
    ['draft', '2026-12-01T00:00:00.000', null, 'deadline'],
    ['returned', '2026-12-03T17:00:00', '2026-12-03T17:00:00', undefined],
    ['returned', '2026-12-03T17:00:00.001', '2026-12-03T17:00:00', 'supplement'],
    ['returned', '2026-11-20T09:00:00', '2026-11-10T17:00:00', undefined],
    ['returned', '2026-12-01T00:00:00.000', '2026-11-10T17:00:00', 'supplement'],
    ['withdrawn', '2026-11-02T09:00:00', null, 'withdrawn'],
    ['lapsed', '2026-11-02T09:00:00', null, 'lapsed'],
    ['submitted', '2026-11-02T09:00:00', null, 'sent'],
    ['onHold', '2026-11-02T09:00:00', null, 'sent'],
    ['awarded', '2026-12-20T09:00:00', null, 'sent'],
  ];
  for (const [state, now, until, expected] of cases) {
    it(`${state} at ${now}, supplement ${until ?? 'none'}: ${expected ?? 'open'}`, () => {
      const facts = { state, closesAt, supplementUntil: until === null ? null : at(until) };
      assert.equal(whyClosed(facts, at(now)), expected);
    });
  }

  it('says of one that lapsed which time it missed: its own, where it had been sent back', () => {
    const own = at('2026-12-05T17:00:00');
    assert.equal(writableUntil({ state: 'lapsed', closesAt, supplementUntil: own }).toISO(), own.toISO());
    assert.equal(writableUntil({ state: 'lapsed', closesAt, supplementUntil: null }).toISO(), closesAt.toISO());
  });

  it('does not let a supplement deadline outlive the return', () => {
    const facts = { state: 'draft' as const, closesAt, supplementUntil: at('2026-12-05T17:00:00') };
    assert.equal(writableUntil(facts).toISO(), closesAt.toISO());
  });
});
