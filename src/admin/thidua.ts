import { Command } from 'commander';
import { CodedError } from '../domain/errors.ts';
import { StoreError } from '../ports/store.ts';
import { TransferRefusal } from '../transfer/refusal.ts';
import { backup } from './backup.ts';
import { doctor } from './doctor.ts';
import { migrate } from './migrate.ts';
import { restore } from './restore.ts';
import { roster } from './roster.ts';

// For whoever administers the bot's machine: `npm run thidua -- COMMAND`. What it works on is said by the same variables as the bot's.
const program = new Command('thidua').description(
  'Looks after a centre and its data. It reads the environment that the bot reads.',
);
for (const add of [doctor, roster, backup, restore, migrate]) add(program);

program.parseAsync().catch((error: unknown) => {
  process.stderr.write(`${wordsFor(error)}\n`);
  process.exitCode = 1;
});

/** What went wrong in the administrator's words; with its trace only what nobody foresaw. */
function wordsFor(error: unknown): string {
  if (error instanceof TransferRefusal) return error.message;
  if (error instanceof CodedError) return [error.code, ...Object.values(error.facts)].join('\n');
  if (error instanceof StoreError)
    return [error.message, ...(error.cause instanceof Error ? [error.cause.message] : [])].join('\n');
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
