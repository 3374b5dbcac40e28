import { CodedError, type Facts } from '../../domain/errors.ts';
import { milestoneIds } from '../../domain/plan/plan.ts';
import { parseDate } from '../../domain/text/typed-time.ts';
import type { Typed } from '../../ports/pages.ts';
import type { RoundMilestone } from '../../records/round.ts';

/** Of one milestone on a card that asks for all: the date, and the one that the card showed before. */
export const datesInput = new RegExp(`^(on|was)-(${milestoneIds.join('|')})$`);

export interface TypedDate {
  readonly milestone: RoundMilestone;
  /** `yyyy-MM-dd`; null = none. As stored where nobody touched it. */
  readonly on: string | null;
  /** Says something else than is stored. */
  readonly isChanged: boolean;
  /** Somebody else has set another date since the card was drawn. */
  readonly isOutrun: boolean;
  /** Why it is no date. */
  readonly wrong?: { readonly code: string; readonly facts: Facts };
}

/** What came for each milestone; `undefined` for one that the card does not ask for. */
export function typedDate(milestone: RoundMilestone, typed: Typed): TypedDate | undefined {
  const said = typed[`on-${milestone.id}`];
  if (said === undefined) return undefined;
  const stored = milestone.on;
  const was = typed[`was-${milestone.id}`] || null;
  const { on, wrong } = read(said);
  const isTouched = wrong !== undefined || on !== was;
  if (!isTouched || (wrong === undefined && on === stored))
    return { milestone, on: stored, isChanged: false, isOutrun: false };
  return { milestone, on, isChanged: true, isOutrun: was !== stored, ...(wrong === undefined ? {} : { wrong }) };
}

/** Each way in which a date can be wrong, as a sentence that names the milestone. */
const sentences: Readonly<Record<string, string>> = {
  DATE_BUDDHIST: 'MILESTONE_BUDDHIST',
  DATE_YEAR: 'MILESTONE_YEAR',
};

function read(said: string): Pick<TypedDate, 'on' | 'wrong'> {
  if (said.trim() === '') return { on: null };
  try {
    const on = parseDate(said);
    return on === undefined ? { on: null, wrong: { code: 'MILESTONE_UNREADABLE', facts: {} } } : { on };
  } catch (error) {
    if (!(error instanceof CodedError)) throw error;
    return { on: null, wrong: { code: sentences[error.code] ?? error.code, facts: error.facts } };
  }
}
