import type { DateTime } from 'luxon';
import type { Person } from '../records/person.ts';
import type { Loaded } from '../records/record.ts';
import type { PageDef } from './page.ts';
import type { Turn } from './turn.ts';

/** Whose message of a morning is composed. */
export interface MorningOf {
  readonly person: Loaded<Person>;
  readonly at: DateTime;
  /** Local day of the message, `yyyy-MM-dd`. */
  readonly day: string;
}

/** What a capability tells one person on a morning on which something of theirs falls due; all of it goes out as one card. */
export interface MorningSource {
  /** Kept with the message, which thereby knows what it told. */
  readonly name: string;
  /** The lower stands first: what others wait for before what is only one's own. */
  readonly order: number;
  /** The typed command that leads to the same: where a card has no room for a section, a button runs it. */
  readonly command: string;
  readonly page: PageDef;
  /** Parameters of the page, for each section that this person is told on that day; the page decides again whether it has anything to say. */
  readonly matters: (turn: Turn, of: MorningOf) => Promise<readonly Readonly<Record<string, string>>[]>;
}
