import { fanout } from './fanout/fanout.ts';
import { readFanoutOptions } from './fanout/options.ts';

const usage = `npm run bench -- fanout [--people 10000] [--faults 5] [--kills 3] [--turns 5] [--seed 1] [--name clean] [--profile folder]
See bench/README.md.`;

const [command, ...rest] = process.argv.slice(2);
if (command === 'fanout') process.exitCode = await fanout(readFanoutOptions(rest));
else {
  console.error(usage);
  process.exitCode = 2;
}
