import { pino } from 'pino';
import { texts } from '../../src/adapters/texts/texts.ts';
import { openPapers } from '../../src/adapters/word/open-papers.ts';
import { readWorkbook } from '../../src/adapters/xlsx/read-workbook.ts';
import { writeArchive } from '../../src/adapters/zip/write-archive.ts';
import { shippedPapers } from '../../src/config.ts';
import type { Plan } from '../../src/domain/plan/plan.ts';
import { versionOf } from '../../src/domain/plan/plan-version.ts';
import type { Machine, Office } from '../../src/pipeline/machine.ts';
import { beginTurn, type Turn } from '../../src/pipeline/turn.ts';
import type { Clock } from '../../src/ports/clock.ts';
import { freshId } from '../../src/ports/ids.ts';
import type { Store } from '../../src/ports/store.ts';
import type { Scope } from '../../src/records/record.ts';
import { memoryFiles } from './memory-files.ts';

/** A machine without files or Teams. */
const machineOf = (store: Store, clock: Clock): Machine => ({
  tenant: 'local',
  store,
  clock,
  files: memoryFiles(),
  links: { mint: () => '', open: () => undefined },
  attachments: { requireAllowed: () => undefined, async *fetch() {} },
  writeWorkbook: async () => new Uint8Array(),
  readWorkbook,
  writeArchive,
  papers: openPapers(shippedPapers, ''),
  texts,
  newId: () => freshId(),
  wake: () => undefined,
  log: pino({ level: 'silent' }),
});

export const officeOf = (scope: Scope, plan: Plan): Office => ({ scope, plan, planVersion: versionOf(plan) });

/** A turn of the system's, at the clock's present. */
export const systemTurn = (store: Store, clock: Clock, office: Office): Turn =>
  beginTurn(machineOf(store, clock), office, { at: clock.now(), by: 'system' });
