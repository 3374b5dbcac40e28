import { decode } from '../ports/documents.ts';
import type { Stored } from '../ports/store.ts';
import type { Loaded, RecordType } from '../records/record.ts';
import type { Machine, OfficeOf } from './machine.ts';
import { systemTurn } from './open-turn.ts';
import type { Turn } from './turn.ts';

/** Work that falls due by the calendar: documents of a lane, and what is done with each. */
export interface LaneDef {
  /** As the records of the lane name it (`owed`). */
  readonly lane: string;
  /** Milliseconds between two looks when nothing is due. */
  readonly everyMs: number;
  /** For work that waits long for others; otherwise one document after the other. */
  readonly parallel?: { readonly atOnce: number; readonly lineOf: (stored: Stored) => string };
  readonly handle: (turn: Turn, stored: Stored) => Promise<void>;
}

interface LaneSpec<T> {
  lane: string;
  record: RecordType<T>;
  everyMs: number;
  /** So many at the same time in the whole process, of one line one at a time. */
  parallel?: { atOnce: number; lineOf: (due: T) => string };
  /** Must finish the record or move its `dueAt`; run twice it changes nothing more. */
  handle: (turn: Turn, due: Loaded<T>) => Promise<void>;
}

/** Lanes hold records of every type; each reads its own. */
export const lane = <T>({ record, handle, parallel, ...spec }: LaneSpec<T>): LaneDef => ({
  ...spec,
  ...(parallel && { parallel: { ...parallel, lineOf: (stored) => parallel.lineOf(decode(record, stored).data) } }),
  handle: (turn, stored) => handle(turn, decode(record, stored)),
});

/** One due document, in a turn of its unit. @throws StoreError Conflict when it was changed meanwhile: it is looked at again */
export const laneStep =
  (machine: Machine, officeOf: OfficeOf, { lane, handle }: LaneDef) =>
  async (stored: Stored): Promise<void> => {
    const log = machine.log.child({ lane, due: stored.doc.id });
    const turn = await systemTurn({ ...machine, log }, officeOf, stored.doc.unit);
    await handle(turn, stored);
    await turn.settle();
  };
