import { CodedError } from '../errors.ts';
import { parseDate, parseTime } from '../text/typed-time.ts';
import { tidy } from '../text/vietnamese.ts';

/** One thing that a form asks for: how what is typed becomes a value, and a value what is typed. */
export interface Field {
  /** `long`: several lines. `choice`: one of `choices`, whose words the locales have. */
  readonly kind: 'text' | 'long' | 'choice';
  readonly choices: readonly string[];
  /** As it stands in a form, and on a card. */
  readonly typed: (value: unknown) => string;
  /** @throws CodedError SETTING_… */
  readonly value: (typed: string) => unknown;
  /** Of a number: as sentences write it out. */
  readonly figure?: (value: unknown) => number;
}

const field = (of: Partial<Field> & Pick<Field, 'value'>): Field => ({
  kind: 'text',
  choices: [],
  typed: (value) => (value === null || value === undefined ? '' : String(value)),
  ...of,
});

/** Names and numbers stand in one line. */
const inLine = (typed: string): string => tidy(typed).replace(/\s+/g, ' ');

/** @throws CodedError SETTING_EMPTY */
function given(typed: string): string {
  const said = inLine(typed);
  if (said === '') throw new CodedError('SETTING_EMPTY');
  return said;
}

/** No name, title or symbol is longer. */
const longestText = 300;

function shortEnough(said: string): string {
  const length = [...said].length;
  if (length > longestText) throw new CodedError('SETTING_TOO_LONG', { length, max: longestText });
  return said;
}

export const text = field({ value: (typed) => shortEnough(given(typed)) });
/** May be left empty: then it is not entered. */
export const textOrNone = field({ value: (typed) => shortEnough(inLine(typed)) });

const digits = (said: string): string => said.replace(/[\s.]/g, '');

/** A whole number; thousands may be set apart as they are written: 2.530.000. */
export const whole = (from: number, to: number): Field =>
  field({
    typed: (value) => String(value).replace(/\B(?=(\d{3})+$)/g, '.'),
    figure: Number,
    value: (typed) => {
      const said = digits(given(typed));
      const number = Number(said);
      if (!/^\d{1,12}$/.test(said) || number < from || number > to)
        throw new CodedError('SETTING_NUMBER', { from, to });
      return number;
    },
  });

/** The same, or nothing for "not entered". */
export const wholeOrNone = (from: number, to: number): Field => {
  const number = whole(from, to);
  return field({
    typed: (value) => (value === null ? '' : number.typed(value)),
    figure: Number,
    value: (typed) => (tidy(typed) === '' ? null : number.value(typed)),
  });
};

/** `0,3` ↔ 3. */
export const tenths = field({
  typed: (value) => String(Number(value) / 10).replace('.', ','),
  figure: (value) => Number(value) / 10,
  value: (typed) => {
    const said = given(typed).replace('.', ',');
    if (!/^\d{1,3}(,\d)?$/.test(said)) throw new CodedError('SETTING_TENTHS');
    return Math.round(Number(said.replace(',', '.')) * 10);
  },
});

/** `2/3` */
export const fraction = field({
  typed: (value) => {
    const { numerator, denominator } = value as { numerator: number; denominator: number };
    return `${numerator}/${denominator}`;
  },
  value: (typed) => {
    const found = /^(\d{1,3})\s*\/\s*(\d{1,3})$/.exec(given(typed));
    const [numerator, denominator] = [Number(found?.[1]), Number(found?.[2])];
    if (!(numerator >= 1 && denominator >= 1)) throw new CodedError('SETTING_FRACTION');
    return { numerator, denominator };
  },
});

/** @throws CodedError BAD_CARD: a card offers nothing else */
export const choice = (...choices: readonly string[]): Field =>
  field({
    kind: 'choice',
    choices,
    value: (typed) => {
      if (!choices.includes(typed)) throw new CodedError('BAD_CARD');
      return typed;
    },
  });

const yesNo = choice('yes', 'no');
export const yes: Field = {
  ...yesNo,
  typed: (value) => (value === true ? 'yes' : 'no'),
  value: (typed) => yesNo.value(typed) === 'yes',
};

export const time = field({
  value: (typed) => {
    const read = parseTime(given(typed));
    if (read === undefined) throw new CodedError('SETTING_TIME');
    return read;
  },
});

/** `30/11` ↔ `11-30`. */
export const monthDay = field({
  typed: (value) => String(value).split('-').reverse().join('/'),
  value: (typed) => {
    const found = /^(\d{1,2})\s*[/.-]\s*(\d{1,2})$/.exec(given(typed));
    const [day, month] = [found?.[1] ?? '', found?.[2] ?? ''].map((part) => part.padStart(2, '0'));
    // A leap year has every day that any year has; whether each year has it is for the plan's own checks.
    if (found === null || parseDate(`${day}/${month}/2028`) === undefined) throw new CodedError('SETTING_MONTH_DAY');
    return `${month}-${day}`;
  },
});

/** Days before a deadline, the furthest first: `14, 7, 1, 0`. */
export const daysBefore = field({
  typed: (value) => (value as readonly number[]).join(', '),
  value: (typed) => {
    const said = given(typed)
      .split(/[,;\s]+/)
      .filter(Boolean);
    const read = [...new Set(said.map(Number))].sort((a, b) => b - a);
    if (said.some((each) => !/^\d{1,2}$/.test(each)) || read.length === 0 || (read[0] ?? 0) > furthestDay)
      throw new CodedError('SETTING_DAYS_BEFORE', { max: furthestDay });
    return read;
  },
});
/** Nobody is reminded two months ahead. */
const furthestDay = 60;

/** Monday is 1. */
export const weekday: Field = {
  ...choice('1', '2', '3', '4', '5'),
  value: (typed) => Number(choice('1', '2', '3', '4', '5').value(typed)),
};

const megabyte = 1024 * 1024;
/** Bytes, typed in megabytes. */
export const megabytes = (from: number, to: number): Field => {
  const number = whole(from, to);
  return field({
    typed: (value) => number.typed(Math.round(Number(value) / megabyte)),
    figure: (value) => Math.round(Number(value) / megabyte),
    value: (typed) => Number(number.value(typed)) * megabyte,
  });
};

/** A number of people or dossiers, a share of them, or nothing for "not entered": `5`, `20%`. */
export const limit = field({
  value: (typed) => {
    const said = tidy(typed).replace(/\s/g, '');
    if (said !== '' && !/^(\d{1,5}|(100|\d{1,2})%)$/.test(said)) throw new CodedError('SETTING_LIMIT');
    return said;
  },
});

interface Day {
  readonly on: string;
  readonly name: string;
}
const daysOfYear = 366;

/** Days of one year with their names, a line each: `02/09/2027 Quốc khánh`. In the order of the calendar. */
export const days = (year: number): Field =>
  field({
    kind: 'long',
    typed: (value) =>
      (value as readonly Day[]).map(({ on, name }) => `${on.split('-').reverse().join('/')} ${name}`).join('\n'),
    value: (typed) => {
      const lines = typed.split('\n').map(inLine).filter(Boolean);
      if (lines.length > daysOfYear) throw new CodedError('SETTING_DAYS_MANY');
      const read = lines.map((line) => dayOf(line, year)).sort((a, b) => (a.on < b.on ? -1 : 1));
      const twice = read.find(({ on }, i) => on === read[i + 1]?.on);
      if (twice !== undefined)
        throw new CodedError('SETTING_DAY_TWICE', { date: twice.on.split('-').reverse().join('/') });
      return read;
    },
  });

function dayOf(line: string, year: number): Day {
  const [, typed = '', name = ''] = /^(\S+)\s+(.+)$/.exec(line) ?? [];
  const on = parseDate(typed);
  if (on === undefined || !on.startsWith(`${year}-`))
    throw new CodedError('SETTING_DAY', { line: line.slice(0, 60), year });
  return { on, name: shortEnough(name) };
}
