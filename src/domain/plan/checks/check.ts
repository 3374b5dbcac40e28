import type { Plan } from '../plan.ts';

/** What is wrong and where: `path` leads from the root of the plan to the value. */
export interface PlanProblem {
  readonly path: readonly PropertyKey[];
  readonly reason: string;
}

export interface Check {
  readonly reads: readonly (keyof Plan)[];
  readonly problems: (plan: Plan) => PlanProblem[];
}

/** A check may touch only the sections that it names, so that it still runs when another section is malformed. */
export const check = <K extends keyof Plan>(
  reads: readonly K[],
  problems: (plan: Pick<Plan, K>) => PlanProblem[],
): Check => ({
  reads,
  problems,
});

export type Path = readonly PropertyKey[];

/** Each key but the first of its kind. */
export function repeated(path: Path, keys: readonly (string | number)[], last?: string): PlanProblem[] {
  return keys.flatMap((key, i) =>
    keys.indexOf(key) === i
      ? []
      : [{ path: [...path, i, ...(last === undefined ? [] : [last])], reason: `"${key}" is already used above` }],
  );
}
