import type { DateTime } from 'luxon';
import type { Owing } from '../delivery/owe.ts';
import { spreadStep } from '../delivery/spread.ts';
import { type Stored, StoreError } from '../ports/store.ts';
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

/** One step of any spread, decided by the definition of its kind. */
export function createSpreadStep(deps: Deps, defs: readonly SpreadDef[]): (stored: Stored) => Promise<void> {
  const byKind = new Map(defs.map((def) => [def.kind, def]));
  return (stored) =>
    spreadStep(
      {
        ...deps,
        owes: async ({ id, data: { kind, params } }, person) => {
          const def = byKind.get(kind);
          // A later release started it: it waits for that release instead of passing everyone by.
          if (def === undefined) throw new StoreError('TooNew', id);
          return def.owes(deps, { id, params, at: deps.clock.now() }, person);
        },
      },
      stored,
    );
}
