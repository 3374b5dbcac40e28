import { createHash } from 'node:crypto';
import type { Plan } from './plan.ts';

/** A plan's version is the hash of its content. */
export const versionOf = (plan: Plan): string =>
  createHash('sha256').update(JSON.stringify(plan)).digest('hex').slice(0, 16);
