import { compose } from './compose.ts';
import { readConfig } from './config.ts';
import { CodedError } from './domain/errors.ts';

async function main(): Promise<void> {
  const bot = await compose(readConfig(process.env));
  const stop = (): void => {
    void bot.stop().then(() => process.exit(0));
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
