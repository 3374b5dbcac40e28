import { parseArgs } from 'node:util';

export interface GrowthOptions {
  /** In the roster, run after run. */
  readonly people: readonly number[];
  /** Names the run in bench/results. */
  readonly name: string;
}

/** @throws RangeError for a number that is none, TypeError for an unknown option */
export function readGrowthOptions(args: readonly string[]): GrowthOptions {
  const { values } = parseArgs({
    args: [...args],
    options: { people: { type: 'string', default: '60,1000,10000,100000' }, name: { type: 'string', default: 'last' } },
  });
  const people = values.people.split(',').map(Number);
  // Forty dossiers before the council, and those who hold a post.
  if (people.some((count) => !Number.isInteger(count) || count < 50))
    throw new RangeError(`--people: got ${values.people}`);
  return { people, name: values.name };
}
