import type { DateTime } from 'luxon';
import type { PageRef } from '../records/message.ts';
import type { Person } from '../records/person.ts';
import type { Loaded } from '../records/record.ts';
import { inPosts } from './acting.ts';
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
  /** The lower stands first: what others wait for before what is only one's own. */
  readonly order: number;
  /** The typed command that leads to the same: where a card has no room for a section, a button runs it. */
  readonly command: string;
  /** Several may have one page; the command is the same then. */
  readonly page: PageDef;
  /** The page of each thing that this person is told on that day; it decides again whether it has anything to say. */
  readonly matters: (turn: Turn, of: MorningOf) => Promise<readonly PageRef[]>;
}

/** All that these tell one person, in its order; in the posts in which they act, as the pages are composed. */
export async function dueOn(turn: Turn, sources: readonly MorningSource[], whose: MorningOf): Promise<PageRef[]> {
  const of = { ...whose, person: await inPosts(turn, whose.person) };
  const due: PageRef[] = [];
  for (const { matters } of [...sources].sort((a, b) => a.order - b.order)) due.push(...(await matters(turn, of)));
  return due;
}
