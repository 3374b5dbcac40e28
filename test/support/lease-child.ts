import { writeSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import type { Lease } from '../../src/ports/lease.ts';

// Asks for the lease until it has it, and says each time; then it says over and over for how long. A word on stdin makes it let go and end.
// Only what is wanted is loaded.
const [kind = '', ...where] = process.argv.slice(2);
const openers: Record<string, (...where: string[]) => Promise<Lease>> = {
  sqlite: async (path = '') => new (await import('../../src/adapters/sqlite/sqlite-lease.ts')).SqliteLease(path),
  blob: async (connectionString = '', container = '') =>
    (await import('./blob/test-lease.ts')).openTestLease(connectionString, container),
};
const lease = await openers[kind]?.(...where);
if (lease === undefined) throw new Error(`no lease ${kind}`);
process.stdin.once('data', async () => {
  await lease.release();
  writeSync(1, 'released\n');
  process.exit();
});
while (!(await lease.acquire())) {
  writeSync(1, 'waits\n');
  await pause(50);
}
writeSync(1, 'held\n');
for (;;) {
  await pause(50);
  writeSync(1, `for ${lease.remainingMs()}\n`);
}
