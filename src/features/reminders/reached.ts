import type { ManualKind, Target } from './manual-wave.ts';
import type { DepartmentUnfinished, Reminded, Unfinished } from './unfinished.ts';

/** Whom a reminder by hand to a target would reach now, and whom not. */
export interface Reached {
  readonly staff: readonly Reminded[];
  readonly heads: DepartmentUnfinished['heads'];
  /** Of the target, not reminded now. */
  readonly aside: readonly Reminded[];
  /** Leaders of the target who have the list of today already. */
  readonly headsTold: DepartmentUnfinished['heads'];
  /** The department of the target, when it is one or belongs to one. */
  readonly department: DepartmentUnfinished | undefined;
}

/** @returns undefined when the roster has no such department, or no such person any more */
export function reachedBy({ departments }: Unfinished, { audience, of }: Target): Reached | undefined {
  const concerned = departments.filter(
    ({ id, people }) =>
      of === '' || (audience === 'department' ? id === of : people.some((someone) => someone.id === of)),
  );
  if (concerned.length === 0 && of !== '') return undefined;
  const people =
    audience === 'heads'
      ? []
      : concerned.flatMap((each) => each.people).filter(({ id }) => audience !== 'person' || id === of);
  const lists = audience === 'heads' || audience === 'department' ? concerned.flatMap(({ heads }) => heads) : [];
  return {
    staff: people.filter(({ aside }) => aside === undefined),
    heads: lists.filter(({ isTold }) => !isTold),
    aside: people.filter(({ aside }) => aside !== undefined),
    headsTold: lists.filter(({ isTold }) => isTold),
    department: of === '' ? undefined : concerned[0],
  };
}

/** Messages that would go out of one kind. */
export const messagesOf = ({ staff, heads }: Reached, kind: ManualKind): number =>
  kind === 'staff' ? staff.length : heads.length;
export const messages = (reached: Reached): number => reached.staff.length + reached.heads.length;
