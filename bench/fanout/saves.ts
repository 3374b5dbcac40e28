import type { Sandbox } from '../../sandbox/server/start-sandbox.ts';
import type { Post } from '../turns/activities.ts';
import type { Member } from '../turns/crew.ts';
import { drive } from '../turns/load.ts';
import { scenarios } from '../turns/scenarios.ts';
import type { Seats } from './seats.ts';
import { percentile } from './turn-tally.ts';

export interface SaveFigures {
  readonly saved: number;
  readonly perSecond: number;
  /** From the moment at which each was due. */
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly slowestMs: number;
  /** What went wrong, and how often. */
  readonly failed: Readonly<Record<string, number>>;
}

const { people: savers, run } = scenarios['assess.save'];

/** One criterion saved again and again by clicks of so many people, evenly and whatever is still under way: `assess.save` of `bench/turns`. */
export function createSaves(sandbox: Sandbox, seats: Seats, keys: ReadonlySet<string>) {
  const waiting = sandbox.people
    .filter(({ key }) => keys.has(key))
    .slice(-savers)
    .map((person): Member => ({ ...person, whose: { round: '', candidate: '' }, base: '', saves: 0, rev: '' }));
  const keyOf = new Map(sandbox.people.map(({ aadObjectId, key }) => [aadObjectId, key]));
  let stopped = false;

  const post: Pick<Post, 'invoke'> = {
    async invoke({ aadObjectId }, verb, data) {
      const end = await seats.press(keyOf.get(aadObjectId) ?? '', 'form', { verb, data });
      if (end.kind !== 'answered') throw new Error(end.kind === 'refused' ? end.words : end.kind);
      return JSON.stringify(end.card);
    },
  };

  async function save(): Promise<void> {
    const member = waiting.shift();
    if (member === undefined) throw new Error('nobody was free to save');
    try {
      await run(post as Post, member);
    } finally {
      waiting.push(member);
    }
  }

  return {
    async run(perSecond: number): Promise<SaveFigures> {
      const stage = { load: { name: 'saves', perSecond }, seconds: Infinity, mostTurns: Infinity };
      const { turns, seconds, took, failed } = await drive(stage, save, () => stopped);
      return {
        ...{ saved: turns, perSecond: turns / seconds, failed },
        ...{ p50Ms: percentile(took, 50), p99Ms: percentile(took, 99), slowestMs: percentile(took, 100) },
      };
    },
    stop() {
      stopped = true;
    },
  };
}
