import type { DateTime } from 'luxon';
import type { Incoming } from './incoming.ts';

const mostPeople = 10_000;

/**
 * When people were last heard of, by Teams' own stamps: that somebody took the app away may be told after they are back. Each process knows what
 * came to it; an install, which is how they come back, all know by its address (`addressChanges`).
 */
export function createSignsOfLife() {
  const heard = new Map<string, number>();
  return {
    /** Notes what comes in. @returns whether it tells of an app taken away before its owner was last heard of */
    isOutdated({ asked, aadObjectId }: Incoming, stampedAt: DateTime): boolean {
      const at = stampedAt.toMillis();
      const last = heard.get(aadObjectId);
      if (asked.kind === 'removed') return last !== undefined && at < last;
      heard.delete(aadObjectId);
      if (heard.size >= mostPeople) for (const oldest of [...heard.keys()].slice(0, 1)) heard.delete(oldest);
      heard.set(aadObjectId, Math.max(at, last ?? at));
      return false;
    },
  };
}
