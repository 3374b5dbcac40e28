import { type Bounds, isWithin } from '../../domain/council/chain.ts';
import { formatIsoDate } from '../../domain/text/format.ts';
import { parseDate } from '../../domain/text/typed-time.ts';
import { tidy } from '../../domain/text/vietnamese.ts';
import { isAny, type Problem, type Problems } from '../../pipeline/answer.ts';
import type { Turn } from '../../pipeline/turn.ts';
import type { Typed } from '../../ports/pages.ts';
import { boundFacts } from './chain.ts';
import { paperNumbered, type Register } from './numbers.ts';

const numberLimit = 60;

/** As the forms send it. `sameNumber`: another paper of the year bears the number, and whoever records it knows. */
export interface TypedPaper {
  readonly number: string;
  readonly issuedOn: string;
  readonly sameNumber: string;
}
export interface Paper {
  readonly number: string;
  readonly issuedOn: string;
}

interface Asked {
  /** What a date out of its bounds is refused with. */
  readonly wrong?: string;
  /** The paper exists before the register gives it a number. */
  readonly mayBeUnnumbered?: boolean;
}

/** Number and date of a paper, or all that is wrong with them. */
export function readPaper(
  typed: TypedPaper,
  bounds: Bounds,
  { wrong = 'DECIDE_DATE', mayBeUnnumbered = false }: Asked = {},
): Paper | { problems: Problems } {
  const number = tidy(typed.number);
  const issuedOn = parseDate(typed.issuedOn);
  const problems: Problem[] = [];
  if (number === '' && !mayBeUnnumbered) problems.push({ code: 'DECIDE_NUMBER', facts: {} });
  if (number.length > numberLimit)
    problems.push({ code: 'TOO_LONG', facts: { count: number.length, max: numberLimit } });
  if (issuedOn === undefined || !isWithin(issuedOn, bounds))
    problems.push({ code: wrong, facts: boundFacts(bounds, issuedOn) });
  if (isAny(problems)) return { problems };
  return { number, issuedOn: issuedOn ?? '' };
}

export const isWrong = <T extends object>(read: T | { problems: Problems }): read is { problems: Problems } =>
  'problems' in read;

/**
 * A number that another paper of the register bears this year is taken once more only knowingly. It is not refused for good: the number
 * comes from a signed paper, and the office has to record what was signed even when the register itself gave a number twice.
 */
export async function numberTaken(
  turn: Turn,
  {
    paper,
    typed,
    register,
    except,
  }: { paper: Paper; typed: TypedPaper; register: Register; except: readonly string[] },
): Promise<Problem | undefined> {
  if (typed.sameNumber === 'true') return undefined;
  const { number, issuedOn: on } = paper;
  const other = await paperNumbered(turn, { register, number, on, except });
  return other && { code: 'DECIDE_NUMBER_TAKEN', facts: { number: other.number, on: formatIsoDate(other.on) } };
}

/** What the form is told so that it asks whether the number is meant. */
export const typedAgain = (typed: Typed, problem: Problem): Typed =>
  problem.code === 'DECIDE_NUMBER_TAKEN' ? { ...typed, taken: 'yes' } : typed;
