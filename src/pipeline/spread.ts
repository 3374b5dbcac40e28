import type { DateTime } from 'luxon';
import type { Owing } from '../delivery/owe/owe.ts';
import { spreadStep } from '../delivery/spread/spread.ts';
import { type Stored, StoreError } from '../ports/store.ts';
import type { Person } from '../records/person.ts';
import type { Loaded } from '../records/record.ts';
import type { Texts } from '../screens/texts.ts';
import type { Deps } from './context.ts';

/** A spread as its definition sees it at one instant. */
export interface SpreadNow {
  readonly id: string;
  readonly params: Readonly<Record<string, string>>;
  readonly at: DateTime;
}

/** How the office is told of a spread whose recipients it may look through. */
export interface SendingDef {
  /** What was sent, as a heading: "Đôn đốc trước hạn 7 ngày". May hold what people typed. */
  readonly name: (deps: Deps, texts: Texts, spread: SpreadNow) => Promise<string>;
  /** Why it must not go out once more, a key under `words.sendings.over`; undefined while it is worth it. */
  readonly over: (deps: Deps, spread: SpreadNow) => Promise<string | undefined>;
  /** Its recipients acknowledge it: the cause of their receipts, whose `launch` is the spread's id. */
  readonly receipts?: (deps: Deps) => string;
}

/** Decides, person by person, what a spread owes; asked again after a crash, so it must only read. */
export interface SpreadDef {
  readonly kind: string;
  readonly owes: (deps: Deps, spread: SpreadNow, person: Loaded<Person>) => Promise<Owing | undefined>;
  /** Absent for what goes to the office alone: such a spread is not listed. */
  readonly sending?: SendingDef;
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
