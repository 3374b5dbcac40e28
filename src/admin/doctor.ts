import type { Command } from 'commander';
import { examine } from '../compose/doctor/doctor.ts';
import type { Finding } from '../compose/doctor/finding.ts';

const lineOf = ({ about, state, says, do: what }: Finding): string => {
  const line = `${state.padEnd(4)}  ${about}: ${says.replaceAll('\n', '\n      ')}`;
  return what === '' ? line : `${line}\n      → ${what}`;
};

export const doctor = (program: Command): void =>
  void program
    .command('doctor')
    .description(
      'looks at configuration, store, files, credentials, channels, roster and messages, and says what to do',
    )
    .option('--json', 'as JSON')
    .addHelpText(
      'after',
      '\nReads the environment that the bot is started with. Writes nothing; the bot may run meanwhile.\nEnds with 1 if anything fails.',
    )
    .action(async ({ json = false }: { json?: boolean }) => {
      const findings = await examine(process.env);
      const isWell = findings.every(({ state }) => state !== 'fail');
      const text = json ? JSON.stringify({ ok: isWell, findings }, null, 2) : findings.map(lineOf).join('\n');
      process.stdout.write(`${text}\n`);
      process.exitCode = isWell ? 0 : 1;
    });
