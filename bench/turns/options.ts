import { parseArgs } from 'node:util';
import { type Load, loads } from './load.ts';
import { type ScenarioName, scenarioNames } from './scenarios.ts';
import { type TargetName, targetNames } from './targets.ts';

export interface TurnsOptions {
  /** How long each scenario runs at each load, against each bot. */
  readonly seconds: number;
  /** In the roster: each `nomination.submit` needs one who has not sent yet. */
  readonly people: number;
  readonly scenarios: readonly ScenarioName[];
  readonly targets: readonly TargetName[];
  readonly loads: readonly Load[];
  /** Names the run in bench/results. */
  readonly name: string;
  /** Where our bot leaves a CPU profile; empty: none is taken. */
  readonly profile: string;
}

/** @throws RangeError for a number that is none or a name that is unknown, TypeError for an unknown option */
export function readTurnsOptions(args: readonly string[]): TurnsOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      seconds: { type: 'string', default: '5' },
      people: { type: 'string', default: '2000' },
      scenarios: { type: 'string', default: scenarioNames.join() },
      targets: { type: 'string', default: targetNames.join() },
      loads: { type: 'string', default: loads.map(({ name }) => name).join() },
      name: { type: 'string', default: 'last' },
      profile: { type: 'string', default: '' },
    },
  });
  const number = (name: 'seconds' | 'people', least: number): number => {
    const value = Number(values[name]);
    if (!Number.isFinite(value) || value < least) throw new RangeError(`--${name}: got ${values[name]}`);
    return value;
  };
  return {
    seconds: number('seconds', 0.1),
    people: number('people', 300),
    scenarios: chosen('scenarios', values.scenarios, scenarioNames),
    targets: chosen('targets', values.targets, targetNames),
    loads: chosen(
      'loads',
      values.loads,
      loads.map(({ name }) => name),
    ).flatMap((name) => loads.filter((load) => load.name === name)),
    name: values.name,
    profile: values.profile,
  };
}

function chosen<T extends string>(option: string, given: string, known: readonly T[]): T[] {
  return given.split(',').map((name) => {
    const found = known.find((one) => one === name);
    if (found === undefined) throw new RangeError(`--${option}: got ${name}; there are ${known.join(', ')}`);
    return found;
  });
}
