import { fanout } from './fanout/fanout.ts';
import { readFanoutOptions } from './fanout/options.ts';
import { store } from './store/store.ts';

const usage = `npm run bench -- fanout [--people 10000] [--faults 5] [--kills 3] [--turns 5] [--seed 1] [--name clean] [--profile folder]
npm run bench -- store
See bench/README.md.`;

const [command, ...rest] = process.argv.slice(2);
if (command === 'fanout') process.exitCode = await fanout(readFanoutOptions(rest));
else if (command === 'store') await store();
else {
  console.error(usage);
  process.exitCode = 2;
}
