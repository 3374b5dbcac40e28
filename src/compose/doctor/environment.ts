import { readFileSync } from 'node:fs';
import { type Config, readConfig } from '../../config.ts';
import { CodedError } from '../../domain/errors.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import { readPlan } from '../../domain/plan/read-plan.ts';
import { type Finding, fail, ok, reasonOf } from './finding.ts';

const problemsOf = (error: unknown): string =>
  error instanceof CodedError ? String(error.facts.problems ?? error.code) : reasonOf(error);

/** @returns the configuration, when the bot would start with it */
export function checkConfiguration(env: Readonly<Record<string, string | undefined>>): [Config | undefined, Finding] {
  try {
    const config = readConfig(env);
    const mode = config.local ? 'local mode' : `app ${config.MicrosoftAppId}, ${config.MicrosoftAppType}`;
    return [config, ok('configuration', `every variable is as it should be (${mode})`)];
  } catch (error) {
    return [undefined, fail('configuration', problemsOf(error), 'correct these variables; the bot does not start')];
  }
}

/** @returns the plan, when the bot would start with it */
export function checkPlan({ PLAN_FILE, local }: Config): [Plan | undefined, Finding] {
  try {
    const plan = readPlan(readFileSync(PLAN_FILE, 'utf8'));
    if (plan.samples !== undefined && !local)
      return [plan, fail('plan', 'it has `samples`, which belong to the demonstration', 'delete them from PLAN_FILE')];
    return [plan, ok('plan', `${plan.unit.id}, ${plan.zone}`)];
  } catch (error) {
    return [undefined, fail('plan', problemsOf(error), `correct ${PLAN_FILE}; the bot does not start`)];
  }
}
