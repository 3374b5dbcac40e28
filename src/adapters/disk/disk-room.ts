import { randomUUID } from 'node:crypto';
import { open, rm, statfs } from 'node:fs/promises';
import { join } from 'node:path';

/** Whether a folder takes what a day brings: room as the disk counts it, and a file that is really written, as a quota or a fault would not let it. */
export async function hasRoom(dir: string, bytes: number): Promise<boolean> {
  const probe = join(dir, `probe-${randomUUID()}`);
  try {
    const { bavail, bsize } = await statfs(dir);
    if (bavail * bsize < bytes) return false;
    const file = await open(probe, 'wx', 0o600);
    await file.writeFile(new Uint8Array(4_096)).finally(() => file.close());
    return true;
  } catch {
    return false;
  } finally {
    await rm(probe, { force: true }).catch(() => undefined);
  }
}
