import { randomUUID } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export type Upload = { id: string; name: string; bytes: () => Buffer };
export type Uploads = ReturnType<typeof createUploads>;

/** What people attached. Ids are unguessable, which is all the protection that a pre-authenticated link has in Teams too. */
export function createUploads(folder?: string) {
  const known = new Map<string, Upload>();
  if (folder) mkdirSync(folder, { recursive: true });
  return {
    put(name: string, bytes: Buffer): Upload {
      const id = randomUUID();
      if (folder) writeFileSync(join(folder, id), bytes);
      const upload = { id, name, bytes: folder ? () => readFileSync(join(folder, id)) : () => bytes };
      known.set(id, upload);
      return upload;
    },
    get: (id: string) => known.get(id),
    save: () => [...known.values()].map(({ id, name }) => ({ id, name })),
    restore(saved: { id: string; name: string }[]) {
      if (!folder) return;
      for (const { id, name } of saved) known.set(id, { id, name, bytes: () => readFileSync(join(folder, id)) });
    },
  };
}
