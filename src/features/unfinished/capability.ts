import { capability } from '../../pipeline/capability.ts';
import { lane } from '../../pipeline/lane.ts';
import { forgetOld } from '../../pipeline/unfinished.ts';
import { unfinishedRecord } from '../../records/unfinished.ts';

/** What people typed into forms and left (`pipeline/unfinished.ts`) is not kept for ever. */
export const unfinished = capability({
  lanes: [
    lane({
      lane: 'unfinished',
      record: unfinishedRecord,
      everyMs: 60_000,
      handle: async (turn, due) => forgetOld(turn, due),
    }),
  ],
});
