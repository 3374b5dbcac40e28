import type { Mirror } from '../../records/mirror.ts';
import type { Loaded } from '../../records/record.ts';

/** People look at the last card of a kind; older ones stay as they are. */
const keptInStep = 3;

/** Of the cards of one thing for one reader those that are kept in step. */
export function newestOf(alike: readonly Loaded<Mirror>[]): Loaded<Mirror>[] {
  const age = ({ data, id }: Loaded<Mirror>) => `${data.updatedAt} ${id}`;
  return [...alike].sort((a, b) => (age(a) < age(b) ? 1 : -1)).slice(0, keptInStep);
}
