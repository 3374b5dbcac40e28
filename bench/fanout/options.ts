import { parseArgs } from 'node:util';

export interface FanoutOptions {
  /** In the roster, the one of the office who launches among them. */
  readonly people: number;
  /** Per cent of the bot's sends that go wrong, of all kinds alike. */
  readonly faults: number;
  /** How often the bot is killed and started again. */
  readonly kills: number;
  /** Messages and clicks of people a second, beside the launch. */
  readonly turns: number;
  /** Saves of the self-assessment a second, by clicks of other people. */
  readonly saves: number;
  readonly seed: number;
  /** Names the run in bench/results. */
  readonly name: string;
  /** Where the bot leaves a CPU profile; empty: none is taken. */
  readonly profile: string;
}

/** @throws RangeError for a number that is none, TypeError for an unknown option */
export function readFanoutOptions(args: readonly string[]): FanoutOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      people: { type: 'string', default: '10000' },
      faults: { type: 'string', default: '0' },
      kills: { type: 'string', default: '0' },
      turns: { type: 'string', default: '5' },
      saves: { type: 'string', default: '0' },
      seed: { type: 'string', default: '1' },
      name: { type: 'string' },
      profile: { type: 'string', default: '' },
    },
  });
  const number = (name: 'people' | 'faults' | 'kills' | 'turns' | 'saves' | 'seed', least: number): number => {
    const value = Number(values[name]);
    if (!Number.isFinite(value) || value < least) throw new RangeError(`--${name}: got ${values[name]}`);
    return value;
  };
  const options = {
    people: number('people', 2),
    faults: number('faults', 0),
    kills: number('kills', 0),
    turns: number('turns', 0),
    saves: number('saves', 0),
    seed: number('seed', 0),
    profile: values.profile,
  };
  return { ...options, name: values.name ?? nameOf(options) };
}

function nameOf({ people, faults, kills, saves }: Omit<FanoutOptions, 'name'>): string {
  const trouble = [
    saves > 0 ? `saves${saves}` : '',
    faults > 0 ? `faults${faults}` : '',
    kills > 0 ? `kills${kills}` : '',
  ].filter(Boolean);
  return [people, ...(trouble.length > 0 ? trouble : ['clean'])].join('-');
}
