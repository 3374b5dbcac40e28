import { IANAZone } from 'luxon';

const quarterMs = 15 * 60_000;
const mostKept = 10_000;

/**
 * Remembers a zone's offsets: each is asked of `Intl`, and every local date of a turn asks again. Clocks are put forward and back on quarter
 * hours only. Twice changes nothing.
 */
export function keepOffsets(name: string): void {
  const zone = IANAZone.create(name);
  if (Object.hasOwn(zone, 'offset')) return;
  const ask = zone.offset.bind(zone);
  const kept = new Map<number, number>();
  zone.offset = (ts) => {
    const quarter = Math.floor(ts / quarterMs);
    const known = kept.get(quarter);
    if (known !== undefined) return known;
    if (kept.size >= mostKept) kept.clear();
    const offset = ask(ts);
    kept.set(quarter, offset);
    return offset;
  };
}
