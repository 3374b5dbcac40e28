import { guardProcess } from './compose/guard-process.ts';
import { compose } from './compose/serve.ts';
import { readConfig } from './config.ts';
import { CodedError } from './domain/errors.ts';

/** Less than what runs the bot gives it before it is killed: by then a turn and a message under way have long ended. */
const mostStopMs = 20_000;

async function main(): Promise<void> {
  const bot = await compose(readConfig(process.env));
  guardProcess(bot.log, process, bot.lost);
  let isStopping = false;
  const stop = (): void => {
    // Whoever asks twice does not want to wait. What is under way is found in the store, and marked where nobody knows.
    if (isStopping) process.exit(1);
    isStopping = true;
    setTimeout(() => {
      bot.log.fatal('did not stop in time: the process ends');
      process.exit(1);
    }, mostStopMs).unref();
    bot.stop().then(
      () => process.exit(0),
      (error: unknown) => {
        bot.log.fatal({ err: error }, 'did not stop cleanly');
        process.exit(1);
      },
    );
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}

main().catch((error: unknown) => {
  const detail = error instanceof CodedError ? `${error.code}\n${Object.values(error.facts).join('\n')}` : error;
  process.stderr.write(
    `thidua-bot did not start: ${detail instanceof Error ? (detail.stack ?? detail.message) : String(detail)}\n`,
  );
  process.exit(1);
});
