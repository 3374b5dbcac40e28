import type { Turn } from './turn.ts';

/** The day of the turn in the plan's zone, `yyyy-MM-dd`. */
export const dayOf = ({ at }: Pick<Turn, 'at'>): string => at.toFormat('yyyy-MM-dd');
