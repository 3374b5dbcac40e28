import assert from 'node:assert/strict';
import type { Office } from './office.ts';

/** Does something whose process dies before the commit of this number (1 = the first) reaches the store; what comes after commits again. */
export async function cutOff({ store }: Office, before: number, work: () => Promise<unknown>): Promise<void> {
  const { commit } = store;
  let commits = 0;
  store.commit = async (unit, changes) => {
    assert.ok(changes.length <= 100, `${changes.length} changes`);
    commits += 1;
    if (commits === before) throw new Error('the process died');
    return commit.call(store, unit, changes);
  };
  await assert.rejects(work(), /died/);
  store.commit = commit;
}
