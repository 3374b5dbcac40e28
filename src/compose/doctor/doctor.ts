import { DateTime } from 'luxon';
import { keepOffsets } from '../../adapters/clock/kept-offsets.ts';
import type { Config } from '../../config.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import { personRecord } from '../../records/person.ts';
import { checkAccount } from './account.ts';
import { checkConfiguration, checkPlan } from './environment.ts';
import { type Finding, fail, ok, reasonOf, warn } from './finding.ts';
import { checkLinkKey } from './link-key.ts';
import { checkMessages } from './messages.ts';
import { checkPeople } from './people.ts';
import { checkPlaces } from './places.ts';
import { checkRosterFile } from './roster-file.ts';
import { checkServices } from './services.ts';
import { openForReading, type Readable } from './store.ts';

/**
 * Looks at all that the bot needs, with the environment it is started with, and says what to do. Nothing is written, so it may be asked beside
 * a running bot. What one look finds broken does not keep the others from looking.
 */
export async function examine(env: Readonly<Record<string, string | undefined>>): Promise<readonly Finding[]> {
  const [config, configuration] = checkConfiguration(env);
  if (config === undefined) return [configuration];
  const [plan, planned] = checkPlan(config);
  return [
    configuration,
    planned,
    ...(await looked('folders', () => checkPlaces(config))),
    ...(await looked('files', () => checkAccount(config))),
    ...(await looked('link key', () => checkLinkKey(config))),
    ...(await looked('services', () => checkServices(config))),
    ...(await checkStore(config, plan)),
    ...(await looked('bot', () => checkRunning(config))),
  ];
}

async function looked(about: string, look: () => Promise<readonly Finding[]>): Promise<readonly Finding[]> {
  try {
    return await look();
  } catch (error) {
    return [fail(about, `it could not be looked at: ${reasonOf(error)}`, 'see what stands before this line')];
  }
}

async function checkStore(config: Config, plan: Plan | undefined): Promise<readonly Finding[]> {
  const { findings, store, close } = await openForReading(config);
  try {
    const isToCome = store === undefined && findings.every(({ state }) => state !== 'fail');
    if (isToCome) return [...findings, ...(await rosterFile(config))];
    if (store === undefined || plan === undefined) return findings;
    keepOffsets(plan.zone);
    const now = DateTime.fromISO(config.NOW ?? new Date().toISOString(), { zone: plan.zone });
    return [
      ...findings,
      ...(await looked('people', () => checkPeople({ config, plan, store, now }))),
      ...(await looked('messages', () => checkMessages(store, now))),
      ...((await hasPeople(store, plan)) ? [] : await rosterFile(config)),
    ];
  } finally {
    await close();
  }
}

/** Looked at while nobody is known: the first start reads it or fails. Later another one is put before the office, who is told what is wrong with it. */
const rosterFile = async ({ ROSTER_FILE }: Config): Promise<readonly Finding[]> =>
  ROSTER_FILE === undefined ? [] : looked('roster file', () => checkRosterFile(ROSTER_FILE));
const hasPeople = async (store: Readable, plan: Plan): Promise<boolean> =>
  (await store.count({ unit: plan.unit.id, type: personRecord.type })) > 0;

/** Whether a bot answers where this environment has it listen. */
async function checkRunning({ HOST, PORT }: Config): Promise<readonly Finding[]> {
  const everywhere = HOST === '0.0.0.0' || HOST === '::';
  const host = everywhere ? '127.0.0.1' : HOST.includes(':') ? `[${HOST}]` : HOST;
  const answer = await fetch(`http://${host}:${PORT}/readyz`, { signal: AbortSignal.timeout(5_000) }).catch(
    () => undefined,
  );
  await answer?.body?.cancel();
  if (answer === undefined) return [warn('bot', `nobody answers at ${host}:${PORT}`, 'start it, if it is to run')];
  if (answer.ok) return [ok('bot', `it answers at ${host}:${PORT} and is ready`)];
  return [fail('bot', `it answers at ${host}:${PORT} and is not ready`, 'see not-ready in docs/operations.md')];
}
