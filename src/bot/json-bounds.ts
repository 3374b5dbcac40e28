/** A card within cards within a message goes a third of this deep. */
const mostDeep = 64;
/** A team of a thousand people who all join at once has a quarter of these. */
const mostValues = 20_000;

/** Whether JSON is no deeper and has no more values than Teams would send: what follows goes through it by recursion, some of it more than once. */
export function isWithinBounds(json: unknown): boolean {
  let level = [json];
  let values = 1;
  for (let deep = 0; level.length > 0; deep += 1) {
    const next: unknown[] = [];
    for (const each of level) {
      if (each === null || typeof each !== 'object') continue;
      const parts = Object.values(each);
      values += parts.length;
      if (values > mostValues || deep >= mostDeep) return false;
      for (const part of parts) next.push(part);
    }
    level = next;
  }
  return true;
}
