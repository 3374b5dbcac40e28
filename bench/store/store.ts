import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openSqliteStore } from '../../src/adapters/sqlite/open-sqlite-store.ts';
import type { Change, Doc, Store } from '../../src/ports/store.ts';

const secondsEach = 3;
const documents = 20_000;
const inFlight = [1, 8, 32];
const unit = 'unit-1';

type Work = (n: number, line: number) => Promise<unknown>;

/** 550 bytes, as most records are. */
const docOf = (id: string, rev = 1): Doc => ({
  ...{ unit, tenant: 'tenant-1', id, type: 'note', v: 1, rev },
  index: { round: 'annual-2026', department: id.slice(-2) },
  data: { text: 'Đắk Lắk '.repeat(40), id },
});
const idOf = (n: number): string => `note:${String(n).padStart(6, '0')}`;

/** The embedded store by itself, on a file of the temporary folder: reads, and commits of four documents with one or many waiting. */
export async function store(): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'thidua-bench-store-'));
  const opened = openSqliteStore({ path: path.join(folder, 'thidua.db') });
  try {
    for (let n = 0; n < documents; n += 100) await opened.commit(unit, hundred(n));
    const rows: [what: string, perSecond: number][] = [];
    const measure = async (what: string, each: number, work: Work, lines = 1) => {
      rows.push([what, each * (await rateOf(work, lines))]);
    };
    await measure('documents read one by one', 1, (n) => opened.get(unit, idOf(n % documents)));
    await measure('documents read a hundred at once', 100, (n) => opened.getMany(unit, idsFrom(n)));
    for (const lines of inFlight)
      await measure(`commits of four documents, ${lines} in flight`, 1, committer(opened, `${lines}`), lines);
    for (const [what, perSecond] of rows)
      console.log(`${Math.round(perSecond).toLocaleString('en').padStart(9)}/s  ${what}`);
  } finally {
    await opened.close();
    rmSync(folder, { recursive: true });
  }
}

const hundred = (from: number): Change[] =>
  Array.from({ length: 100 }, (_, n) => ({ op: 'create', doc: docOf(idOf(from + n)) }));
const idsFrom = (n: number): string[] => Array.from({ length: 100 }, (_, i) => idOf((n * 100 + i * 7) % documents));

/** As a turn commits: a record replaced, three made. */
function committer(opened: Store, run: string) {
  const etags = new Map<number, string>();
  return async (n: number, line: number): Promise<void> => {
    const kept = etags.get(line);
    const record = docOf(`record:${run}:${line}`, n + 1);
    const changes: Change[] = ['a', 'b', 'c'].map((part) => ({
      op: 'create',
      doc: docOf(`${run}:${line}:${n}:${part}`),
    }));
    const first: Change =
      kept === undefined ? { op: 'create', doc: record } : { op: 'replace', doc: record, etag: kept };
    etags.set(line, (await opened.commit(unit, [first, ...changes])).get(record.id) ?? '');
  };
}

/** How often a second, by so many lines of callers, each waiting for its answer before it asks again. */
async function rateOf(work: Work, lines: number): Promise<number> {
  let done = 0;
  const begun = performance.now();
  const until = begun + secondsEach * 1_000;
  await Promise.all(
    Array.from({ length: lines }, async (_, line) => {
      for (let n = 0; performance.now() < until; n += 1) {
        await work(n, line);
        done += 1;
      }
    }),
  );
  return done / ((performance.now() - begun) / 1_000);
}
