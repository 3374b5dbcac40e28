import { presenceOn } from '../../domain/people/presence.ts';
import { fold, sortByName } from '../../domain/text/vietnamese.ts';
import type { Turn } from '../../pipeline/turn.ts';
import { type Person, personBy, personRecord } from '../../records/person.ts';
import type { Loaded } from '../../records/record.ts';
import { sought, soughtFrom } from '../../records/sought.ts';

/** Somebody found, not read yet. */
export interface Hit {
  /** By which they are found again, and which of several of whom it says the same. */
  readonly value: string;
  readonly nth: number;
  readonly name: string;
}

/**
 * Whose name or e-mail has this in it, marks and case aside: by given name, those who have left last. Found from the index: it takes a value
 * of each person of the unit, and no record.
 * @param today `yyyy-MM-dd` in the plan's zone
 */
export async function hitsOf(turn: Turn, typed: string, today: string): Promise<Hit[]> {
  const wanted = fold(typed);
  const [here, gone]: [Hit[], Hit[]] = [[], []];
  for (const [value, count] of await turn.countBy(personRecord, sought)) {
    const one = soughtFrom(value);
    if (!fold(one.fullName).includes(wanted) && !one.email.toLowerCase().includes(wanted)) continue;
    const among = presenceOn(one, today) === 'left' ? gone : here;
    for (let nth = 0; nth < count; nth++) among.push({ value, nth, name: one.fullName });
  }
  // A store has its values in whatever order; two of one name stand in the same one on every page.
  const byValue = (a: Hit, b: Hit): number => (a.value < b.value ? -1 : Number(a.value > b.value));
  return [here, gone].flatMap((hits) => sortByName(hits.sort(byValue), ({ name }) => name));
}

/** The people of these hits, in their order; whoever was changed in this moment is left out. */
export async function peopleAt(turn: Turn, hits: readonly Hit[]): Promise<Loaded<Person>[]> {
  const found = await Promise.all(
    hits.map(async ({ value, nth }) => (await turn.list(personRecord, personBy.sought(value)))[nth]),
  );
  return found.filter((person) => person !== undefined);
}
