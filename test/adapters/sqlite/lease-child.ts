import { writeSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { SqliteLease } from '../../../src/adapters/sqlite/sqlite-lease.ts';

// Asks for the lease until it has it, and says each time; a word on stdin makes it let go and end.
const lease = new SqliteLease(process.argv[2] ?? '');
process.stdin.once('data', async () => {
  await lease.release();
  writeSync(1, 'released\n');
});
while (!(await lease.acquire())) {
  writeSync(1, 'waits\n');
  await pause(20);
}
writeSync(1, 'held\n');
