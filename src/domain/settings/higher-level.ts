import { z } from 'zod';
import { CodedError } from '../errors.ts';
import { type Plan, planSchema } from '../plan/plan.ts';
import { setting } from './declare.ts';
import * as field from './field.ts';
import { parted } from './places.ts';
import { type Held, heldOn, type Setting } from './setting.ts';

const { name, award, authority } = planSchema.shape.levels.element.shape;
const schema = z.strictObject({ name, award, authority: authority.element.shape.value }).nullable();
type Higher = z.infer<typeof schema>;

/** Which of the plan's levels this setting is. */
export const higherId = 'higher';

const parts = parted({ name: field.textOrNone, award: field.textOrNone, authority: field.textOrNone });

/** @throws CodedError SETTING_EMPTY with the first part that is missing while another is there */
function read(typed: Readonly<Record<string, string>>): Higher {
  const value = parts.value(typed) as NonNullable<Higher>;
  const missing = Object.entries(value).filter(([, part]) => part === '');
  if (missing.length === 3) return null;
  if (missing[0] !== undefined) throw new CodedError('SETTING_EMPTY', { field: missing[0][0] });
  return value;
}

function inPlan(plan: Plan): Held[] {
  const row = plan.levels.find(({ id }) => id === higherId);
  if (row === undefined) return [{ from: '', value: null, source: '' }];
  return row.authority.map(({ from, value, source }) => ({
    from,
    value: { name: row.name, award: row.award, authority: value },
    source,
  }));
}

/** The level as it is called on the day; who commends there, by the day of the paper. */
function put(plan: Plan, all: readonly Held[], on: string): Plan {
  const levels = plan.levels.filter(({ id }) => id !== higherId);
  const held = heldOn(all, on)?.value as Higher | undefined;
  if (held === undefined || held === null) return { ...plan, levels };
  const authorities = all.flatMap(({ from, value, source }) =>
    value === null ? [] : { from, value: (value as NonNullable<Higher>).authority, source },
  );
  const start = `${plan.period.firstYear}-01-01`;
  const rows = authorities.map((row, i) => (i === 0 && row.from > start ? { ...row, from: start } : row));
  const level = { id: higherId, name: held.name, award: held.award, authority: rows, periodicity: '' };
  return { ...plan, levels: [level, ...levels] };
}

/**
 * A level above the parent department's (R-082: "đề nghị cấp trên khen thưởng theo đúng quy định"), for the rounds in which it is asked for: the plan
 * itself names none. Dossiers of it go to the parent department as well, which passes them on.
 */
export const higherLevel: Setting = setting('higherLevel', {
  group: 'names',
  counts: 'round',
  schema,
  fields: parts.fields,
  typed: (value) => parts.typed(value ?? {}),
  value: read,
  // Most rounds have none, and nothing is missing then.
  isOpen: () => false,
  inPlan,
  put,
});
