import { z } from 'zod';

const sections = z.array(z.object({ of: z.string(), params: z.record(z.string(), z.string()) }));
/** A section of the message of a morning: whose it is, and what its page is asked for. */
export type Section = z.infer<typeof sections>[number];

/** As the parameters of the message keep them. */
export const writeSections = (all: readonly Section[]): string => JSON.stringify(all);
export const readSections = (text: string): Section[] => (text === '' ? [] : sections.parse(JSON.parse(text)));
