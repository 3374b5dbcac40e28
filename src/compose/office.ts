import { readFileSync } from 'node:fs';
import type { Config } from '../config.ts';
import { listOf } from '../config-checks.ts';
import type { Plan } from '../domain/plan/plan.ts';
import { versionOf } from '../domain/plan/plan-version.ts';
import { isOffice } from '../domain/policy/posts.ts';
import { adoptPlan } from '../features/campaign/adopt-plan.ts';
import { grantOffice } from '../features/roster/grant-office.ts';
import { hasRoster, importRoster } from '../features/roster/import-roster.ts';
import { takeOffice } from '../features/roster/take-office.ts';
import { keepKeys } from '../model/people/keep-keys.ts';
import { keepNamesakes } from '../model/people/keep-namesakes.ts';
import { keepStandings } from '../model/round/keep-standings.ts';
import type { Machine, Office } from '../pipeline/machine.ts';
import { openTurn } from '../pipeline/open-turn.ts';
import { inTurn } from '../pipeline/retry.ts';
import { beginTurn, type Turn } from '../pipeline/turn.ts';
import { aadKeyRecord } from '../records/key.ts';
import { personBy, personRecord } from '../records/person.ts';
import { offerRosterFile } from './offer-roster-file.ts';
import { type Known, setupWarnings } from './setup-warnings.ts';
import { startStep } from './start-step.ts';

/** What one unit needs before anybody of it can be answered: its plan kept, its roster read, somebody to act for the office. */
export async function openOffice(machine: Machine, plan: Plan, config: Config): Promise<Office> {
  const office: Office = {
    scope: { tenant: machine.tenant, unit: plan.unit.id },
    plan,
    planVersion: versionOf(plan),
  };
  const who = () => ({ at: machine.clock.now(), by: 'system' });
  // Another process that starts at the same time does the same: the slower one looks again.
  await inTurn(() => beginTurn(machine, office, who()), adoptPlan);
  const begin = () => openTurn(machine, office, who());
  await keepStandings(await begin());
  await keepKeys(await begin());
  const { ROSTER_FILE } = config;
  const isBegun = await hasRoster(await begin());
  if (!isBegun && ROSTER_FILE !== undefined)
    await startStep({ variable: 'ROSTER_FILE', value: ROSTER_FILE }, async () =>
      importRoster(await begin(), readFileSync(ROSTER_FILE)),
    );
  await inTurn(begin, keepNamesakes);
  if (isBegun && ROSTER_FILE !== undefined) await offerRosterFile(begin, ROSTER_FILE);
  const admins = listOf(config.OFFICE_ADMINS);
  const strangers = await inTurn(begin, (turn) => grantOffice(turn, admins));
  if (strangers.length > 0) machine.log.warn({ strangers }, 'OFFICE_ADMINS names people whom the roster does not know');
  const kept = await inTurn(begin, (turn) => takeOffice(turn, admins));
  if (kept.length > 0)
    machine.log.warn(
      { people: kept },
      'OFFICE_ADMINS names them no longer; they act for the office until somebody else does',
    );
  for (const warning of setupWarnings(config, await knownOf(await begin()))) machine.log.warn(warning);
  return office;
}

async function knownOf(turn: Turn): Promise<Known> {
  const [people, identified, officers] = await Promise.all([
    turn.count(personRecord),
    turn.count(aadKeyRecord),
    turn.list(personRecord, personBy.officer(true)),
  ]);
  return { people, identified, hasOffice: officers.some(({ data }) => isOffice(data)) };
}
