import { quorumOf } from '../../domain/council/council.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import { isDirector, isOffice, sitsOnCouncil } from '../../domain/policy/posts.ts';
import type { Person } from '../../records/person.ts';

export const losses = ['noOffice', 'noDirector', 'noQuorum'] as const;
/** What the unit has and would have no longer: the change of the roster is confirmed once more. */
export type Loss = (typeof losses)[number];

interface Change {
  /** Who are here, before and after it; whoever holds no role beyond staff may be left out. */
  readonly had: readonly Person[];
  readonly here: readonly Person[];
}

export function lossesOf({ settings }: Plan, { had, here }: Change): readonly Loss[] {
  const lost = (holds: (person: Person) => boolean): boolean => had.some(holds) && !here.some(holds);
  const council = quorumOf(settings.council, had.filter(sitsOnCouncil).length);
  const holds: Readonly<Record<Loss, boolean>> = {
    noOffice: lost(isOffice),
    noDirector: lost(isDirector),
    noQuorum: had.some(sitsOnCouncil) && here.filter(sitsOnCouncil).length < council,
  };
  return losses.filter((loss) => holds[loss]);
}

/** Whoever makes the change would not be of the office any more, and could not put it right: told unless nobody of it is left anyway. */
export const withLockOut = <L extends string>(lost: readonly L[], locksOut: boolean): readonly (L | 'notYou')[] =>
  locksOut && !lost.some((loss) => loss === 'noOffice') ? [...lost, 'notYou'] : lost;
