import { knownDate, parseTime } from '../../src/domain/text/typed-time.ts';
import type { Input } from './elements.ts';
import type { InputId } from './input-ids.ts';
import { type Place, type Styles, styled } from './styles.ts';

/*
 * Nothing is asked for by the client: what `isRequired` or a pattern holds back does not get out by “Back” either. The command says what is
 * missing, all at once.
 */

/** The card's words for an input: named by its id unless `as` says otherwise, with what to say when it is wrong under `<name>Error`. */
type Named<Name extends string> = Readonly<Record<Name | `${Name}Error`, string>>;
export interface Asked {
  readonly label: string;
  readonly errorMessage: string;
}
/** `asked(t, 'reason')`: label `t.reason`, error `t.reasonError`. */
export const asked = <Name extends string>(t: Named<Name>, name: Name): Asked => ({
  label: t[name],
  errorMessage: t[`${name}Error` as const],
});

interface TextOptions {
  readonly value: string;
  readonly maxLength: number;
  readonly isMultiline?: boolean;
  readonly placeholder?: string;
  readonly style?: 'Url';
}
export const textInput = (id: InputId, words: Asked, options: TextOptions, ...styles: Styles<Place>): Input =>
  input('Input.Text', { id, ...words, ...options }, styles);

interface DateOptions {
  /** A date, as stored or as typed; clients show an ISO date only, so it is made one where it can be. */
  readonly value: string;
  /** ISO dates; a value beyond them leaves them out: a client holds it against every button, also those that lead away. */
  readonly min?: string;
  readonly max?: string;
}
export function dateInput(id: InputId, words: Asked, { min, max, ...options }: DateOptions): Input {
  const value = knownDate(options.value) ?? options.value;
  return withValue(input('Input.Date', { id, ...words, ...options, min, max }), value);
}

/** An input with a value in it; of bounds that it is beyond nothing is left. */
export function withValue<I extends object>(of: I & { min?: unknown; max?: unknown }, value: string): I {
  const { min, max, ...rest } = of;
  const isWithin =
    value === '' || ((min === undefined || value >= String(min)) && (max === undefined || value <= String(max)));
  const bounds = isWithin ? { ...(min !== undefined && { min }), ...(max !== undefined && { max }) } : {};
  return { ...rest, ...bounds, value } as unknown as I;
}

/** @param options `value` is a time as typed, or empty; shown as clients understand it */
export const timeInput = (id: InputId, words: Asked, options: { readonly value: string }): Input =>
  input('Input.Time', { id, ...words, ...options, value: parseTime(options.value) ?? options.value });

export interface Choice {
  readonly title: string;
  /** What is sent when it is chosen. */
  readonly value: string;
}
/** Records to choose from, by their ids. */
export const byId = (records: readonly { readonly id: string; readonly title: string }[]): Choice[] =>
  records.map(({ id, title }) => ({ title, value: id }));
interface ChoiceOptions {
  readonly choices: readonly Choice[];
  /** Several are separated by commas. */
  readonly value?: string;
  readonly isMultiSelect?: boolean;
  readonly placeholder?: string;
}
/** All choices, one under the other. */
export const choiceInput = (id: InputId, words: Asked, options: ChoiceOptions): Input =>
  input('Input.ChoiceSet', { id, ...words, style: 'expanded', wrap: true, ...options });
/** The choices in a list that unfolds. */
export const listInput = (id: InputId, words: Asked, options: ChoiceOptions): Input =>
  input('Input.ChoiceSet', { id, ...words, style: 'compact', wrap: true, ...options });

interface ToggleOptions {
  /** What stands beside the box. */
  readonly title: string;
  /** `true` or `false`. */
  readonly value: string;
}
export const toggleInput = (id: InputId, words: Asked, options: ToggleOptions, ...styles: Styles<Place>): Input =>
  input('Input.Toggle', { id, ...words, valueOn: 'true', valueOff: 'false', wrap: true, ...options }, styles);

const input = <I extends Omit<Input, 'type'>>(type: Input['type'], of: I, styles: Styles<Place> = []): I & Input =>
  styled({ type, ...of }, styles);
