import { isDeepStrictEqual } from 'node:util';
import { CodedError } from '../../domain/errors.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import { problemsWith } from '../../domain/settings/plan-with.ts';
import { heldOn, type Setting, type SettingChange, timeline } from '../../domain/settings/setting.ts';
import { formatIsoDate } from '../../domain/text/format.ts';
import { parseDate } from '../../domain/text/typed-time.ts';
import { tidy } from '../../domain/text/vietnamese.ts';
import type { InForce } from '../../pipeline/in-force.ts';
import type { Texts } from '../../ports/texts.ts';

const longestSource = 500;

/** What a form about a setting says. */
export type TypedSetting = Readonly<Record<string, string>> & { readonly on: string; readonly source: string };

/**
 * The change that was typed, once it is known that the plan with it would pass the checks of its file on every day.
 * @param id of the change
 * @throws CodedError SETTING_…, DATE_…
 */
export function readChange(
  texts: Texts,
  inForce: InForce,
  { id, setting, typed }: { id: string; setting: Setting; typed: TypedSetting },
): SettingChange {
  const { file, changes } = inForce;
  const value = typedValue(texts, setting, typed);
  const from = setting.fixedFrom ?? dayFrom(typed.on, file.plan);
  const source = sourceOf(typed.source);
  const change = { id, setting: setting.id, value, from, source };
  const before = heldOn(timeline(setting, file.plan, changes), from);
  if (before !== undefined && before.source === source && isDeepStrictEqual(before.value, value))
    throw new CodedError('SETTING_SAME');
  requireFit(texts, inForce, [...changes, change]);
  return change;
}

function typedValue(texts: Texts, setting: Setting, typed: TypedSetting): unknown {
  const parts = Object.keys(setting.fields).map((part) => [part, typed[`value-${part}`] ?? '']);
  try {
    return setting.value(Object.fromEntries(parts));
  } catch (error) {
    if (!(error instanceof CodedError) || error.code === 'BAD_CARD') throw error;
    const field = texts.t(`words.settings.field.${setting.name}.${error.facts.field}`);
    throw new CodedError(error.code, { ...error.facts, field });
  }
}

function dayFrom(typed: string, { period }: Plan): string {
  const from = parseDate(typed);
  if (from === undefined) throw new CodedError('DATE_UNREADABLE');
  const first = `${period.firstYear}-01-01`;
  if (from < first || from > period.end)
    throw new CodedError('SETTING_FROM', { first: formatIsoDate(first), last: formatIsoDate(period.end) });
  return from;
}

function sourceOf(typed: string): string {
  const source = tidy(typed);
  if (source === '') throw new CodedError('SETTING_SOURCE');
  const length = [...source].length;
  if (length > longestSource) throw new CodedError('SETTING_SOURCE_LONG', { length, max: longestSource });
  return source;
}

/**
 * What is wrong already is not blamed on a change.
 * @throws CodedError SETTING_UNFIT {why}
 */
export function requireFit(
  texts: Texts,
  { file, changes: before }: Pick<InForce, 'file' | 'changes'>,
  changes: readonly SettingChange[],
): void {
  const found = problemsWith(file.plan, changes);
  if (found.length === 0) return;
  const known = new Set(problemsWith(file.plan, before).map(({ path }) => nameOfPath(path)));
  const problem = found.find(({ path }) => !known.has(nameOfPath(path)));
  if (problem === undefined) return;
  const name = nameOfPath(problem.path);
  const key = `words.settings.unfitAt.${name}`;
  const why = texts.t(texts.has(key) ? key : 'words.settings.unfitAt.other', { name });
  throw new CodedError('SETTING_UNFIT', { why });
}

/** `calendar_officeHours_to`: the place in the plan without the numbers of its rows. */
const nameOfPath = (path: readonly PropertyKey[]): string => path.filter((part) => typeof part === 'string').join('_');
