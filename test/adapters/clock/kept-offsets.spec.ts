import assert from 'node:assert/strict';
import { DateTime, IANAZone } from 'luxon';
import { keepOffsets } from '../../../src/adapters/clock/kept-offsets.ts';

describe('keepOffsets', () => {
  it('changes no local time, also where clocks are put forward and back', () => {
    const asked = new IANAZone('Europe/Berlin');
    keepOffsets('Europe/Berlin');
    keepOffsets('Europe/Berlin');
    const zone = IANAZone.create('Europe/Berlin');
    const start = DateTime.fromISO('2026-01-01T00:00:00Z').toMillis();
    for (let hour = 0; hour < 366 * 24; hour++) {
      const ts = start + hour * 3_600_000 - 1;
      assert.equal(zone.offset(ts), asked.offset(ts), new Date(ts).toISOString());
      assert.equal(zone.offset(ts + 1), asked.offset(ts + 1));
    }
  });
  it('asks once for a quarter of an hour', () => {
    keepOffsets('Asia/Ho_Chi_Minh');
    const at = DateTime.fromISO('2026-11-30T23:59:59.999', { zone: 'Asia/Ho_Chi_Minh' });
    assert.equal(at.toISO(), '2026-11-30T23:59:59.999+07:00');
    assert.equal(at.plus({ milliseconds: 1 }).toISO(), '2026-12-01T00:00:00.000+07:00');
  });
});
