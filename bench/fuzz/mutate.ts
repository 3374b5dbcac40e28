/** Uniform in [0, 1). */
export type Dice = () => number;
export type Json = null | boolean | number | string | Json[] | { [name: string]: Json };

/** @param from never empty */
export const pick = <T>(dice: Dice, from: readonly T[]): T => from[Math.floor(dice() * from.length)] as T;

const texts: readonly string[] = [
  '',
  ' ',
  '\u0000',
  '\ud800',
  'e\u0323\u0302',
  '\u202eevil',
  '\ufeff',
  '👩‍👩‍👧‍👦',
  '__proto__',
  'constructor',
  'a/b?c#d',
  '../../etc/passwd',
  "'; DROP TABLE documents; --",
  '<at>x</at>',
  '{{{}}}',
  '1e400',
  '-0',
  'NaN',
  '9999-99-99',
  '2026-02-30',
  '31/11/2026',
  'person:an',
  'nomination:annual-2026:x',
  'msteams',
  'msteams ',
  'remove',
  'adaptiveCard/action',
  'application/vnd.microsoft.teams.file.download.info',
  'http://127.0.0.1:1/x',
  'https://smba.trafficmanager.net/apac/',
  'javascript:alert(1)',
  'data:text/plain,x',
];
const numbers: readonly number[] = [0, -1, 0.5, 1e308, -1e308, 2 ** 53, 65_536];

const deep = (levels: number): Json => {
  let made: Json = 'x';
  for (let i = 0; i < levels; i += 1) made = i % 2 === 0 ? [made] : { a: made };
  return made;
};

const kinds: readonly ((dice: Dice, old: Json) => Json)[] = [
  (dice) => pick(dice, texts),
  (dice) => pick(dice, texts),
  (dice) => pick(dice, numbers),
  () => null,
  (dice) => dice() < 0.5,
  () => [],
  () => ({}),
  (_dice, old) => [old],
  (_dice, old) => ({ value: old }),
  (dice) => deep(Math.floor(dice() * 90)),
  (dice) => pick(dice, ['x', 'ộ', '\u0301', ' ', '<', '𝕏']).repeat(1 + Math.floor(dice() * 10_000)),
  (dice, old) =>
    typeof old === 'string' ? pick(dice, [old.toUpperCase(), old.slice(1), `${old}${old}`, ` ${old}`]) : old,
  (dice) => Array.from({ length: Math.floor(dice() * 400) }, (_, i) => i),
];

/** Changes something at one place of any depth: another type, another value, a field or an item more or less. In place. */
export function mutate(json: Json, dice: Dice): void {
  let place = json;
  while (true) {
    if (place === null || typeof place !== 'object') return;
    const names = Object.keys(place);
    const fields = place as Record<string, Json>;
    if (names.length === 0 || dice() < 0.05) {
      if (!Array.isArray(place)) fields[pick(dice, [...texts, 'verb', 'delivery'])] = pick(dice, kinds)(dice, null);
      return;
    }
    const name = pick(dice, names);
    const old = fields[name] ?? null;
    if (old !== null && typeof old === 'object' && dice() < 0.75) {
      place = old;
      continue;
    }
    if (dice() < 0.1 && !Array.isArray(place)) delete fields[name];
    else fields[name] = pick(dice, kinds)(dice, old);
    return;
  }
}
