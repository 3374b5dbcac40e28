import type { DateTime } from 'luxon';
import type { Facts } from '../../../domain/errors.ts';
import type { Plan } from '../../../domain/plan/plan.ts';

/** One paragraph that the plan's reader shows: a label, a text, a note beside it. */
export interface Block {
  /** The title of a section, a small heading within one, or neither. */
  readonly heading: 'section' | 'small' | '';
  readonly label: string;
  readonly text: string;
  readonly note: string;
  readonly chip: string;
  readonly tone: 'good' | 'warning' | 'attention' | 'accent' | 'emphasis';
}

/** What a part of the reader is written from. */
export interface Source {
  readonly plan: Plan;
  /** Dated values are those of this day. */
  readonly at: DateTime;
  /** `at` as `yyyy-MM-dd` in the plan's zone. */
  readonly today: string;
  /** Number and date of issue given at the launch; empty before. */
  readonly number: string;
  readonly issuedOn: string;
  /** Round id → its last instant as it stands, of the rounds that were opened. */
  readonly opened: ReadonlyMap<string, DateTime>;
  /** A word of the reader's frame, `words.campaign.plan.<key>`; the plan's own text stays as it is. */
  readonly word: (key: string, facts?: Facts) => string;
}

export const block = (given: Partial<Block>): Block => ({
  heading: '',
  label: '',
  text: '',
  note: '',
  chip: '',
  tone: 'emphasis',
  ...given,
});

/** Where the plan says nothing, this is said and nothing is invented. */
export const orOpen = (text: string, { word }: Source): string => (text === '' ? word('open') : text);
