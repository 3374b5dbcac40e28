import { systemClock } from '../../src/adapters/clock/system-clock.ts';
import { compose } from '../../src/compose/serve.ts';
import { readConfig } from '../../src/config.ts';
import { createTally } from './store-tally.ts';

/** Our bot as it is started in an office, on a clock of the bench; asked to, it counts what each turn does with the store. */
const { BENCH_NOW: startsAt, BENCH_COUNTS: counts } = process.env;
const clock = systemClock('Asia/Ho_Chi_Minh', startsAt);
const tally = counts === 'yes' ? createTally() : undefined;
const bot = await compose(readConfig(process.env), {
  clock,
  // What is measured is the work, and not that it was told to take longer.
  clickMs: 60_000,
  ...(tally === undefined ? {} : { around: tally.around }),
});

process.on('message', (asked) => {
  if (asked === 'counts') process.send?.(tally?.take());
  else if (asked === 'memory') process.send?.(memoryNow());
});
process.once('SIGTERM', () => {
  bot.stop().then(
    () => process.exit(0),
    (error: unknown) => {
      console.error(error);
      process.exit(1);
    },
  );
});

/** Only with --expose-gc is what is no longer needed gone from it. */
function memoryNow(): NodeJS.MemoryUsage {
  const before = process.memoryUsage();
  globalThis.gc?.();
  return { ...process.memoryUsage(), rss: before.rss };
}
