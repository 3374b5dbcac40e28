import { z } from 'zod';

/** Style of a chip or container. */
export const tone = z.enum(['good', 'warning', 'attention', 'accent', 'emphasis']);
export type Tone = z.infer<typeof tone>;
