import type { LoadProcess } from './load-process.ts';
import { openOurs } from './open-ours.ts';
import { aheadMs } from './our-data.ts';
import type { ScenarioName } from './scenarios.ts';
import type { StoreCount } from './store-tally.ts';
import { takeCounts } from './targets.ts';

export interface Counted {
  /** Of the last of a few turns: what is kept from turn to turn is there. */
  readonly counts: Readonly<Partial<Record<ScenarioName, StoreCount>>>;
  /** The card that our bot answers with, by what was asked. */
  readonly cards: Readonly<Record<string, unknown>>;
}

interface Counting {
  readonly load: LoadProcess;
  readonly folder: string;
  readonly scenarios: readonly ScenarioName[];
}

const people = 120;
const turnsOfEach = 5;

/** A few turns of each kind, one at a time, on a bot that counts: the counting itself is not part of what is measured. */
export async function countTurns({ load, folder, scenarios }: Counting): Promise<Counted> {
  const target = await openOurs({ load, folder, people, counts: true });
  const to = { url: target.url, tokens: target.tokens, isEcho: false, people, aheadMs };
  const counts: Partial<Record<ScenarioName, StoreCount>> = {};
  const cards: Record<string, unknown> = {};
  try {
    for (const name of scenarios) {
      await takeCounts(target);
      for (let i = 0; i < turnsOfEach; i += 1) {
        const body = await load.sample(to, name);
        cards[name] = cardIn(body) ?? cards['dossier.show'];
      }
      const last = (await takeCounts(target)).turns.at(-1);
      if (last !== undefined) counts[name] = last;
    }
  } finally {
    await target.stop();
  }
  return { counts, cards };
}

/** A message is answered by another message: there is none in the answer itself. */
const cardIn = (body: string): unknown => (JSON.parse(body) as { value?: unknown }).value;
