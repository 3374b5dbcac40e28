import type { DateTime } from 'luxon';
import { firstLook } from '../delivery/mirror/first-look.ts';
import { inEnglish } from '../domain/plan/in-english.ts';
import { auditOf, stamp, writeOnce } from '../ports/commit.ts';
import { decode, eachStored } from '../ports/documents.ts';
import type { Locale } from '../ports/pages.ts';
import { type Change, type Stored, StoreError } from '../ports/store.ts';
import type { Texts } from '../ports/texts.ts';
import type { Loaded, RecordType, Where } from '../records/record.ts';
import { type InForce, inForceWith, type Versioned } from './in-force.ts';
import { type Machine, type Office, textsOf } from './machine.ts';
import { createMemory, idOf, type Memory } from './memory.ts';
import type { Reads } from './reads.ts';

/** What a command has decided: written with its audit event, which holds ids and never names. */
export interface Work {
  readonly command: string;
  readonly subject: string;
  readonly facts?: Readonly<Record<string, string>>;
  readonly changes: readonly Change[];
}

/** One request of a person, one step of a job, or one page to be sent: what it may use, what it has read, and what it is going to write. */
export interface Turn extends Omit<Machine, 'store' | 'wake' | 'texts'>, Office, Reads {
  /** In which language the plan of this turn, and of its rounds, names rounds, levels and criteria. */
  readonly names: Locale;
  /** The office as the process was started with it: what is in force is remembered by it. */
  readonly started: Versioned;
  /** The plan in force, day by day; `plan` is that of the turn's own day. In Vietnamese, as it is stored. */
  readonly settings: InForce;
  /** Every sentence can name the office. */
  readonly texts: (locale: Locale) => Texts;
  /** What everything in the turn is decided by, in the plan's zone. */
  readonly at: DateTime;
  /** A person's id, or `system`. */
  readonly by: string;
  /** The unit's documents, what the turn is going to write included. */
  readonly store: Memory;
  /** From now on the turn sees these changes; all are written together when it ends. */
  commit(work: Work): void;
  /** Written along with what is committed, or alone: what a turn tells by itself, whatever comes of the command. */
  ride(changes: readonly Change[]): void;
  /** Done once everything is written, and only then. */
  afterwards(work: () => Promise<void>): void;
  /**
   * Writes everything so far in one transaction. A turn ends with it; a command that goes on in steps does it after each.
   * @throws StoreError Conflict or Duplicate when another turn came first: nothing is written, and everything is read anew;
   * Unavailable when nothing was written
   */
  settle(): Promise<void>;
  /** It will not be tried again: what only rides along and was outrun is left out of what is written, the next turn tells the like. */
  insist(): void;
  /** What was read so far may be outdated, and is read anew: for a record that is written every moment. */
  reread(): void;
}

/** Whose turn it is, and when. */
export interface Who {
  readonly at: DateTime;
  readonly by: string;
}

/** With the plan that the process was started with: what is in force is for `inForce` to read. */
export function beginTurn(machine: Machine, office: Office, { at: instant, by }: Who): Turn {
  const { store, wake, ...rest } = machine;
  const { unit } = office.scope;
  const at = instant.setZone(office.plan.zone);
  const memory = createMemory(store, unit);
  const decoded = new Map<Stored, Loaded<unknown>>();
  const riders = new Set<string>();
  let audit = '';
  let isLast = false;
  let after: (() => Promise<void>)[] = [];

  function read<T>(type: RecordType<T>, stored: Stored): Loaded<T> {
    const known = decoded.get(stored);
    if (known !== undefined) return known as Loaded<T>;
    const loaded = decode(type, stored);
    decoded.set(stored, loaded);
    return loaded;
  }
  const asRecord = <T>(type: RecordType<T>, stored: Stored | undefined): Loaded<T> | undefined =>
    stored === undefined || stored.doc.type !== type.type ? undefined : read(type, stored);
  const listing = <T>({ type }: RecordType<T>, where: Where | undefined) => ({
    type,
    ...(where === undefined ? {} : { where }),
  });

  async function write(changes: readonly Change[]): Promise<ReadonlyMap<string, string>> {
    try {
      return await writeOnce(store, { unit, changes, audit });
    } catch (error) {
      const isOutrun = error instanceof StoreError && (error.code === 'Conflict' || error.code === 'Duplicate');
      if (!isLast || !isOutrun || !riders.has(error.id ?? '')) throw error;
      const own = changes.filter((change) => !riders.has(idOf(change)));
      return own.length === 0 ? new Map() : writeOnce(store, { unit, changes: own, audit });
    }
  }

  const turn: Turn = {
    ...rest,
    ...office,
    started: office,
    settings: inForceWith(office, []),
    texts: textsOf(machine, office),
    names: 'vi',
    at,
    by,
    store: memory,
    get: async (type, id) => asRecord(type, await memory.get(unit, id)),
    async getMany(type, ids) {
      const found = [...(await memory.getMany(unit, [...new Set(ids)]))];
      return new Map(
        found.flatMap(([id, stored]) => {
          const loaded = asRecord(type, stored);
          return loaded === undefined ? [] : [[id, loaded] as const];
        }),
      );
    },
    list: async (type, where) => (await memory.all(listing(type, where))).map((stored) => read(type, stored)),
    async *each(type, where) {
      for await (const stored of eachStored(memory, { unit, ...listing(type, where) })) yield read(type, stored);
    },
    count: (type, where) => memory.count({ unit, ...listing(type, where) }),
    countBy: ({ type }, field, prefix = '') => memory.countBy({ unit, type, field, prefix }),
    commit({ changes, ...event }) {
      const told = auditOf(office.scope, { at, actor: by, ...event });
      memory.stage([...changes, told.change]);
      for (const change of changes) riders.delete(idOf(change));
      audit = told.id;
    },
    ride(changes) {
      const decided = new Set(memory.staged.map(idOf).filter((id) => !riders.has(id)));
      memory.stage(changes);
      // What the command has decided is never left out, whatever rides along on the same document.
      for (const change of changes) if (!decided.has(idOf(change))) riders.add(idOf(change));
    },
    afterwards(work) {
      after.push(work);
    },
    async settle() {
      const changes = memory.staged;
      const works = after;
      after = [];
      if (changes.length > 0) {
        const now = machine.clock.now();
        const looked = await firstLook(store, { unit, changes, now });
        for (const mark of looked.marks) riders.add(idOf(mark));
        const all = [...looked.changes, ...looked.marks];
        try {
          memory.settled(await write(all));
        } catch (error) {
          memory.forget();
          throw error;
        } finally {
          riders.clear();
          audit = '';
        }
        wake(owedBy(all, stamp(now)));
      }
      for (const work of works) await work();
    },
    insist() {
      isLast = true;
    },
    reread: memory.reread,
  };
  return turn;
}

/**
 * The turn for somebody who reads this language: its plan, and those of its rounds, name rounds, levels and criteria so. Names are for
 * cards and answers; records hold ids, and papers are Vietnamese.
 */
export const namedIn = <T extends Turn>(names: Locale, turn: T): T =>
  names === 'en' ? { ...turn, names, plan: inEnglish(turn.plan) } : turn;

/** Lanes that have something to do at once. @param now as `dueAt` is written */
function owedBy(changes: readonly Change[], now: string): ReadonlySet<string> {
  const due = changes.flatMap((change) => (change.op === 'delete' ? [] : change.doc));
  return new Set(due.flatMap(({ lane, dueAt = '' }) => (lane !== undefined && dueAt <= now ? lane : [])));
}
