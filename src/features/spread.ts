import type { DateTime } from 'luxon';
import type { Owing } from '../delivery/owe.ts';
import type { Person } from '../records/person.ts';
import type { Loaded } from '../records/record.ts';
import type { Deps } from './context.ts';

/** Decides, person by person, what a spread owes; asked again after a crash, so it must only read. */
export interface SpreadDef {
  readonly kind: string;
  readonly owes: (
    deps: Deps,
    spread: { readonly id: string; readonly params: Readonly<Record<string, string>>; readonly at: DateTime },
    person: Loaded<Person>,
  ) => Promise<Owing | undefined>;
}
