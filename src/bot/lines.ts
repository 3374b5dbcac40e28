import { CodedError } from '../domain/errors.ts';
import { oneAtATime } from '../pipeline/one-at-a-time.ts';

/**
 * What people ask of this process, each person's in a line of its own: whoever sends thousands is one among those who are served at the same
 * time. It orders nothing between processes, where the store says who was outrun.
 */
export interface Lines {
  /** Does it when all that this person asked for before is done, or at once the other when their line is full. */
  wait<T>(who: string, work: () => Promise<T>, full: (error: CodedError) => Promise<T>): Promise<T>;
}

export function createLines(most: number): Lines {
  const waiting = new Map<string, number>();
  return {
    async wait(who, work, full) {
      const before = waiting.get(who) ?? 0;
      if (before >= most) return full(new CodedError('TOO_MANY_WAITING', { most }));
      waiting.set(who, before + 1);
      try {
        return await oneAtATime(`turn of ${who}`, work);
      } finally {
        const left = (waiting.get(who) ?? 1) - 1;
        if (left === 0) waiting.delete(who);
        else waiting.set(who, left);
      }
    },
  };
}
