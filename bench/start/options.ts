import { parseArgs } from 'node:util';

export interface StartOptions {
  readonly times: number;
  /** Names the run in bench/results. */
  readonly name: string;
}

/** @throws RangeError for a number that is none, TypeError for an unknown option */
export function readStartOptions(args: readonly string[]): StartOptions {
  const { values } = parseArgs({
    args: [...args],
    options: { times: { type: 'string', default: '7' }, name: { type: 'string', default: 'last' } },
  });
  const times = Number(values.times);
  if (!Number.isInteger(times) || times < 1) throw new RangeError(`--times: got ${values.times}`);
  return { times, name: values.name };
}
