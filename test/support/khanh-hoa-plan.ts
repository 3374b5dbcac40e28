import { readFileSync } from 'node:fs';
import { readPlan } from '../../src/domain/plan/read-plan.ts';

/** The plan that the project ships. */
export const khanhHoaPlan = readPlan(
  readFileSync(new URL('../../plans/khanh-hoa-14-ct-ubnd.yaml', import.meta.url), 'utf8'),
);
