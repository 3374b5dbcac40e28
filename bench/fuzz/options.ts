import { parseArgs } from 'node:util';

export interface FuzzOptions {
  readonly activities: number;
  readonly seed: number;
  /** Names the run in bench/results. */
  readonly name: string;
}

/** @throws RangeError for a number that is none, TypeError for an unknown option */
export function readFuzzOptions(args: readonly string[]): FuzzOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      activities: { type: 'string', default: '20000' },
      seed: { type: 'string', default: '1' },
      name: { type: 'string', default: 'last' },
    },
  });
  const number = (name: 'activities' | 'seed', least: number): number => {
    const value = Number(values[name]);
    if (!Number.isInteger(value) || value < least) throw new RangeError(`--${name}: got ${values[name]}`);
    return value;
  };
  return { activities: number('activities', 1_000), seed: number('seed', 0), name: values.name };
}
