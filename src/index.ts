import { guardProcess } from './compose/guard-process.ts';
import { compose } from './compose/serve.ts';
import { readConfig } from './config.ts';
import { CodedError } from './domain/errors.ts';

async function main(): Promise<void> {
  const bot = await compose(readConfig(process.env));
  guardProcess(bot.log, process, bot.lost);
  const stop = (): void => {
    bot.stop().then(
      () => process.exit(0),
      (error: unknown) => {
        bot.log.fatal({ err: error }, 'did not stop cleanly');
        process.exit(1);
      },
    );
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
}

main().catch((error: unknown) => {
  const detail = error instanceof CodedError ? `${error.code}\n${Object.values(error.facts).join('\n')}` : error;
  process.stderr.write(
    `thidua-bot did not start: ${detail instanceof Error ? (detail.stack ?? detail.message) : String(detail)}\n`,
  );
  process.exit(1);
});
