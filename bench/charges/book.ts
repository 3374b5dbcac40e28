import { setTimeout as pause } from 'node:timers/promises';
import type { CosmosCentre } from '../../test/story/support/cosmos-centre.ts';
import type { Charge } from '../../test/support/cosmos/stand-in.ts';
import type { Line } from './report.ts';
import { type Stored, since, storedIn } from './stored.ts';

/** When what a click owes has been sent and drawn, and cards that were on their way meanwhile have been looked for once more. */
export const lateMs = 75_000;

interface Part {
  readonly work: () => Promise<unknown>;
  /** Waited for afterwards. */
  readonly ms?: number;
  /** It is a message to many: what is counted to tell how far it has come is its own. */
  readonly isToMany?: boolean;
  /** Among how many it is shared out. */
  readonly per?: number | ((more: Stored) => number);
}
export type Book = ReturnType<typeof openBook>;

/** What is charged, in lines. */
export function openBook({ sandbox, standIn }: CosmosCentre) {
  const lines: Line[] = [];
  const taken = (): Charge[] => standIn.charges.splice(0);
  const own = (): Charge[] => taken().filter(({ what }) => !isLook(what));
  const stored = (): Promise<Stored> => storedIn(standIn.endpoint);
  return {
    lines,
    /** Since it was asked last. */
    taken,
    /** The same without what is a second's and not the work's. */
    own,
    stored,
    async add(what: string, { work, ms = lateMs, isToMany = false, per = 1 }: Part): Promise<void> {
      const before = await stored();
      await sandbox.idle(1_000);
      taken();
      await work();
      await pause(ms);
      const charges = taken().filter(({ what: asked }) => !(isToMany ? isIdle(asked) : isLook(asked)));
      const more = since(before, await stored());
      lines.push({ what, charges, stored: more, per: typeof per === 'number' ? per : per(more) });
      taken();
    },
  };
}

/** What a second costs in which nobody does anything: the look for due work, whether the store is there, what operators are told. */
const isIdle = (what: string): boolean =>
  what === 'readiness' ||
  ['SELECT TOP 20 c.lane, c.dueAt', 'c["index"]["state"]', 'TOP 1 VALUE c.unit'].some((of) => what.includes(of));

/** The same, and what is done while a message goes to many: how far it has come. */
const isLook = (what: string): boolean =>
  isIdle(what) || what.includes('Replace:spread') || ofSendings.test(what) || what.includes('c.dueAt <= @until');

/** Fields that the figures of a message to many are counted by. */
const ofSendings = /\["(outcome|outcomeIn|recall|cause|launch|launchIn)"\]/;
