import { mkdirSync, mkdtempSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { movableClock } from './clock.ts';
import { writeSamplePlan } from './sample-plan.ts';
import { sampleRosterFile } from './server/roster.ts';
import { readSnapshot } from './server/snapshot.ts';
import { type Sandbox, startSandbox } from './server/start-sandbox.ts';
import { type RunningBot, startBot } from './start-bot.ts';

/** A Monday from which a visitor can walk through the whole November of a round. */
const firstMorning = '2026-10-26T08:00';
const sandboxPort = 3979;
const botPort = 3980;

const folder = process.env.DATA_DIR ?? mkdtempSync(join(tmpdir(), 'thidua-demo-'));
const chatsFolder = join(folder, 'sandbox');
mkdirSync(chatsFolder, { recursive: true });

const clock = movableClock(process.env.NOW ?? readSnapshot(chatsFolder)?.now ?? firstMorning);
const sandbox = await startSandbox({
  port: await freePort(Number(process.env.PORT_SANDBOX ?? sandboxPort)),
  clock,
  dataDir: chatsFolder,
});
let bot: RunningBot | undefined;
try {
  bot = await bringUp(sandbox);
} catch (cause) {
  await sandbox.stop();
  throw cause;
}

console.log(`\n  Teams trên máy tính này: ${sandbox.url}\n  Dữ liệu: ${folder}\n  Dừng: Ctrl+C\n`);

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, async () => {
    await bot?.stop();
    await sandbox.stop();
    process.exit(0);
  });
}

/** Connects the sandbox to the bot of BOT_URL, or to one started here, and installs the app for everyone. */
async function bringUp(teams: Sandbox): Promise<RunningBot | undefined> {
  const given = process.env.BOT_URL;
  const started = given
    ? undefined
    : await startBot({ port: await freePort(botPort), clock, env: botEnvironment(teams) });
  teams.connect(given ?? started?.url ?? '');
  await teams.install();
  return started;
}

function botEnvironment(teams: Sandbox): Record<string, string> {
  const office = teams.people.filter(({ roles }) => roles.includes('office'));
  return {
    DATA_DIR: join(folder, 'data'),
    SECRETS_DIR: join(folder, 'secrets'),
    PLAN_FILE: writeSamplePlan(folder),
    ROSTER_FILE: fileURLToPath(sampleRosterFile),
    OFFICE_ADMINS: office.map(({ aadObjectId }) => aadObjectId).join(','),
    ATTACHMENT_HOSTS: new URL(teams.url).host,
    LOG_LEVEL: process.env.LOG_LEVEL ?? 'warn',
  };
}

/** The wanted port, or the next one that nobody uses. */
async function freePort(wanted: number): Promise<number> {
  const isFree = await new Promise<boolean>((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(wanted, '127.0.0.1', () => probe.close(() => resolve(true)));
  });
  return isFree ? wanted : freePort(wanted + 1);
}
