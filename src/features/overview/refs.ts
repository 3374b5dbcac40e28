import { z } from 'zod';
import { pageName } from '../../pipeline/page-name.ts';

export const progressParams = z.strictObject({
  round: z.string().default(''),
  /** Empty = every department, in numbers. */
  department: z.string().default(''),
  page: z.string().default('0'),
});

export const progressShow = pageName('progress.show', progressParams);
export const todoShow = pageName('todo.show', z.strictObject({ page: z.string().default('0') }));
