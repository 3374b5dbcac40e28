/** What a list leaves out, so that `view.isEmpty && text(…)` stands where the text would. */
export type Nothing = false | '' | 0 | null | undefined;

/** Entries as a card is written: one by one, left out, or several at once (`rows.map(…)`, `header(t)`). */
export type List<E> = readonly (E | Nothing | List<E>)[];

/** The entries that are there, in their order. */
export function listed<E extends object>(list: List<E>): E[] {
  const entries: E[] = [];
  for (const entry of list) {
    if (Array.isArray(entry)) entries.push(...listed(entry as List<E>));
    else if (entry) entries.push(entry as E);
  }
  return entries;
}
