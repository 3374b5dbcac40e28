import type { DateTime } from 'luxon';
import type { Owing } from '../delivery/owe/owe.ts';
import { spreadStep } from '../delivery/spread/spread.ts';
import { Fault } from '../domain/errors.ts';
import type { Stored } from '../ports/store.ts';
import type { Texts } from '../ports/texts.ts';
import type { Person } from '../records/person.ts';
import type { Loaded } from '../records/record.ts';
import type { Machine, OfficeOf } from './machine.ts';
import { systemTurn } from './open-turn.ts';
import type { Turn } from './turn.ts';

/** A spread as its definition sees it at one instant. */
export interface SpreadNow {
  readonly id: string;
  readonly params: Readonly<Record<string, string>>;
  readonly at: DateTime;
}

/** How the office is told of a spread whose recipients it may look through. */
export interface SendingDef {
  /** What was sent, as a heading: "Đôn đốc trước hạn 7 ngày". May hold what people typed. */
  readonly name: (turn: Turn, texts: Texts, spread: SpreadNow) => Promise<string>;
  /** Why it must not go out once more, a key under `words.sendings.over`; undefined while it is worth it. */
  readonly over: (turn: Turn, spread: SpreadNow) => Promise<string | undefined>;
  /** Its recipients acknowledge it: the cause of their receipts, whose `launch` is the spread's id. */
  readonly receipts?: (turn: Turn) => string;
}

/** Decides, person by person, what a spread owes; asked again after a crash, so it must only read. */
export interface SpreadDef {
  readonly kind: string;
  readonly owes: (turn: Turn, spread: SpreadNow, person: Loaded<Person>) => Promise<Owing | undefined>;
  /** Absent for what goes to the office alone: such a spread is not listed. */
  readonly sending?: SendingDef;
}

/** One step of any spread, decided by the definition of its kind: all people of a step are looked at in one turn of the spread's unit. */
export function createSpreadStep(
  machine: Machine,
  officeOf: OfficeOf,
  defs: readonly SpreadDef[],
): (stored: Stored) => Promise<void> {
  const byKind = new Map(defs.map((def) => [def.kind, def]));
  return async (stored) => {
    const turn = await systemTurn(machine, officeOf, stored.doc.unit);
    return spreadStep(
      {
        ...machine,
        owes: async ({ id, data: { kind, params } }, person) => {
          const def = byKind.get(kind);
          if (def === undefined) throw new Fault('UNKNOWN_SPREAD', `no spread of kind ${kind}`);
          return def.owes(turn, { id, params, at: turn.at }, person);
        },
      },
      stored,
    );
  };
}
