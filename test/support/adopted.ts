import type { Plan } from '../../src/domain/plan/plan.ts';
import { versionOf } from '../../src/domain/plan/plan-version.ts';
import { adoptPlan } from '../../src/features/campaign/adopt-plan.ts';
import type { Office } from './office.ts';

/** The program was started with this file. */
export async function startedWith(office: Office, plan: Plan): Promise<{ plan: Plan; planVersion: string }> {
  const version = { plan, planVersion: versionOf(plan) };
  await office.run(adoptPlan, version);
  return version;
}

/** The same, and the office has taken the file over. */
export async function adopted(office: Office, plan: Plan): Promise<{ plan: Plan; planVersion: string }> {
  const version = await startedWith(office, plan);
  await office.as('office').click('settings.adopt', { version: version.planVersion });
  return version;
}
