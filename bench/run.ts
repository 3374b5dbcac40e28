import { attack } from './attack/attack.ts';
import { charges } from './charges/charges.ts';
import { fanout } from './fanout/fanout.ts';
import { readFanoutOptions } from './fanout/options.ts';
import { fuzz } from './fuzz/fuzz.ts';
import { readFuzzOptions } from './fuzz/options.ts';
import { growth } from './growth/growth.ts';
import { readGrowthOptions } from './growth/options.ts';
import { printProfile } from './profile/read-profile.ts';
import { roster } from './roster/roster.ts';
import { readStartOptions } from './start/options.ts';
import { start } from './start/start.ts';
import { store } from './store/store.ts';
import { readTurnsOptions } from './turns/options.ts';
import { turns } from './turns/turns.ts';

const usage = `npm run bench -- fanout [--people 10000] [--faults 5] [--kills 3] [--turns 5] [--seed 1] [--name clean] [--profile folder]
npm run bench -- turns [--seconds 5] [--people 2000] [--scenarios …] [--targets …] [--loads 1,8,32,50/s] [--name last] [--profile folder]
npm run bench -- growth [--people 60,1000,10000,100000] [--name last]
npm run bench -- start [--times 7] [--name last]
npm run bench -- store
npm run bench -- attack
npm run bench -- charges
npm run bench -- roster
npm run bench -- fuzz [--activities 20000] [--seed 1] [--name last]
npm run bench -- profile FILE [seconds]
See bench/README.md.`;

const [command, ...rest] = process.argv.slice(2);
if (command === 'fanout') process.exitCode = await fanout(readFanoutOptions(rest));
else if (command === 'turns') process.exitCode = await turns(readTurnsOptions(rest));
else if (command === 'growth') process.exitCode = await growth(readGrowthOptions(rest));
else if (command === 'start') process.exitCode = await start(readStartOptions(rest));
else if (command === 'profile') process.exitCode = printProfile(rest);
else if (command === 'fuzz') process.exitCode = await fuzz(readFuzzOptions(rest));
else if (command === 'attack') process.exitCode = await attack();
else if (command === 'charges') process.exitCode = await charges();
else if (command === 'roster') process.exitCode = await roster();
else if (command === 'store') await store();
else {
  console.error(usage);
  process.exitCode = 2;
}
