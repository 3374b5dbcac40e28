import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { unzipSync } from 'fflate';
import { openDatabase } from '../../../src/adapters/sqlite/open-database.ts';

/** A stored document, as far as this suite looks at it. */
export interface OldDocument {
  readonly id: string;
  readonly type: string;
  readonly lane: string | null;
  /** UTC. */
  readonly dueAt: string | null;
  readonly data: Readonly<Record<string, unknown>>;
}

export interface OldFolder {
  /** The bot's environment. */
  readonly env: Record<string, string>;
  documents(): OldDocument[];
  /** @param until UTC; `looks`: for spreads that only want their figures looked at, which goes on for a day */
  isDue(until: { readonly work: string; readonly looks: string }): boolean;
  remove(): void;
}

let unzipped: ReturnType<typeof unzipSync> | undefined;
/** All folders, by path. */
function archive(): Readonly<Record<string, Uint8Array>> {
  unzipped ??= unzipSync(brotliDecompressSync(readFileSync(new URL('worlds.zip.br', import.meta.url))));
  return unzipped;
}

/** Its rounds keep the plan that is stored with them; the file is of this release, like the bot. */
const planFile = new URL('../../../plans/khanh-hoa-14-ct-ubnd.yaml', import.meta.url).pathname;

/** Unpacks one of the folders that the bot of 9c352b5 wrote. @param serviceUrl by which its people are reached */
export function unpack(world: string, serviceUrl: string): OldFolder {
  const folder = mkdtempSync(path.join(tmpdir(), 'thidua-old-'));
  for (const [name, bytes] of Object.entries(archive())) {
    if (!name.startsWith(`${world}/`)) continue;
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), bytes);
  }
  const db = openDatabase({ path: path.join(folder, world, 'thidua.db') });
  db.prepare("UPDATE documents SET data = json_set(data, '$.serviceUrl', ?) WHERE type = 'address'").run(serviceUrl);
  const all = db.prepare('SELECT id, type, lane, due_at AS dueAt, data FROM documents ORDER BY id');
  const due = db.prepare(
    "SELECT 1 FROM documents WHERE lane IS NOT NULL AND due_at <= iif(lane = 'watch', ?, ?) LIMIT 1",
  );
  return {
    env: { DATA_DIR: path.join(folder, world), PLAN_FILE: planFile, LOG_LEVEL: 'fatal' },
    documents: () =>
      (all.all() as (OldDocument & { data: string })[]).map((found) => ({ ...found, data: JSON.parse(found.data) })),
    isDue: ({ work, looks }) => due.all(looks, work).length > 0,
    remove: () => {
      db.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
