import { z } from 'zod';

/** What the paging row of a long list reads. */
export const pagingFields = {
  from: z.int(),
  to: z.int(),
  total: z.int(),
  previous: z.string(),
  next: z.string(),
  hasPrevious: z.boolean(),
  hasNext: z.boolean(),
};
