import { texts } from '../adapters/texts/texts.ts';

/** A command as the office types it, for sentences that an administrator reads. */
export const typedCommand = (name: string): string => `“${texts('vi').t(`commands.${name}.name`)}”`;
