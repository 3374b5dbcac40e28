import { CodedError } from '../errors.ts';
import type { Plan } from '../plan/plan.ts';
import type { Field } from './field.ts';
import { type Held, heldOn, type Setting } from './setting.ts';

type Path = readonly (string | number)[];

/** undefined also where a plan lacks what it stands in: some it need not have. */
const at = (of: unknown, path: Path): unknown =>
  path.reduce<unknown>((within, key) => (within as Record<string | number, unknown> | undefined)?.[key], of);

function replaced(of: unknown, [key, ...rest]: Path, value: unknown): unknown {
  if (key === undefined) return value;
  const inner = replaced((of as Record<string | number, unknown> | undefined)?.[key], rest, value);
  return Array.isArray(of) ? of.with(Number(key), inner) : { ...(of as object), [key]: inner };
}

/** The value was read by the schema of its place, so what comes out is a plan. */
export const withAt = (plan: Plan, path: Path, value: unknown): Plan => replaced(plan, path, value) as Plan;

type Place = Pick<Setting, 'inPlan' | 'put'>;

/**
 * A value that the plan has once: what holds on the day stands there.
 * @param none what "not entered" is of a value that a plan need not have
 */
export const once = (path: Path, sourcePath?: Path, none: unknown = null): Place => ({
  inPlan: (plan) => [
    {
      from: '',
      value: at(plan, path) ?? none,
      source: sourcePath === undefined ? '' : String(at(plan, sourcePath) ?? ''),
    },
  ],
  put: (plan, all, on) => {
    const held = heldOn(all, on);
    if (held === undefined || (held.value === none && at(plan, path) === undefined)) return plan;
    const put = withAt(plan, path, held.value);
    return sourcePath === undefined ? put : withAt(put, sourcePath, held.source);
  },
});

/** A value that the plan has by the day: every row stands there, whatever the day. */
export const byDay = (path: Path): Place => ({
  inPlan: (plan) => at(plan, path) as readonly Held[],
  put: (plan, all) =>
    withAt(
      plan,
      path,
      all.map(({ from, value, source }) => ({ from, value, source })),
    ),
});

/** As `byDay`, of what a plan need not have: it has this from its first day on. */
export const byDayOr = (path: Path, usual: unknown): Place => {
  const { inPlan, put } = byDay(path);
  return {
    inPlan: (plan) => inPlan(plan) ?? [{ from: `${plan.period.firstYear}-01-01`, value: usual, source: '' }],
    put: (plan, all, on) => (inPlan(plan) === undefined && all.length === 1 ? plan : put(plan, all, on)),
  };
};

type Parts = Pick<Setting, 'fields' | 'typed' | 'value'>;

/** @throws CodedError as the field does, with its name among the facts */
function read(
  fields: Readonly<Record<string, Field>>,
  typed: Readonly<Record<string, string>>,
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, field]) => {
      try {
        return [name, field.value(typed[name] ?? '')];
      } catch (error) {
        if (error instanceof CodedError) throw new CodedError(error.code, { ...error.facts, field: name });
        throw error;
      }
    }),
  );
}

/** A value without parts. */
export const single = (field: Field): Parts => ({
  fields: { value: field },
  typed: (value) => ({ value: field.typed(value) }),
  value: (typed) => read({ value: field }, typed).value,
});

/** A value with parts, each under its own name. */
export const parted = (fields: Readonly<Record<string, Field>>): Parts => ({
  fields,
  typed: (value) =>
    Object.fromEntries(
      Object.entries(fields).map(([name, field]) => [name, field.typed((value as Record<string, unknown>)[name])]),
    ),
  value: (typed) => read(fields, typed),
});
