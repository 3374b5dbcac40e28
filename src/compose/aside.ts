import { readFileSync } from 'node:fs';
import { systemClock } from '../adapters/clock/system-clock.ts';
import { texts } from '../adapters/texts/texts.ts';
import { openPapers } from '../adapters/word/open-papers.ts';
import { readWorkbook } from '../adapters/xlsx/read-workbook.ts';
import { writeWorkbook } from '../adapters/xlsx/write-workbook.ts';
import { writeArchive } from '../adapters/zip/write-archive.ts';
import { type Config, shippedPapers } from '../config.ts';
import { Fault } from '../domain/errors.ts';
import { versionOf } from '../domain/plan/plan-version.ts';
import { readPlan } from '../domain/plan/read-plan.ts';
import type { Machine, Office } from '../pipeline/machine.ts';
import { openTurn } from '../pipeline/open-turn.ts';
import type { Turn } from '../pipeline/turn.ts';
import { freshId } from '../ports/ids.ts';
import { withStandings } from '../ports/with-standings.ts';
import type { Place } from '../transfer/place.ts';
import { localTenant } from './adapters.ts';
import { openLog } from './log.ts';
import { startStep } from './start-step.ts';

/** Nobody is spoken to and nothing is fetched: that is the bot's, which may run meanwhile. */
const not = (what: string) => (): never => {
  throw new Fault('NOT_HERE', `${what} is the running bot's`);
};

/** A turn of the unit beside the running bot, for a command of the administrator. */
export async function turnAside(config: Config, { store, files }: Place): Promise<() => Promise<Turn>> {
  const { PLAN_FILE, MicrosoftAppTenantId } = config;
  const plan = await startStep({ variable: 'PLAN_FILE', value: PLAN_FILE }, () =>
    readPlan(readFileSync(PLAN_FILE, 'utf8')),
  );
  const tenant = MicrosoftAppTenantId === '' ? localTenant : MicrosoftAppTenantId;
  const clock = systemClock(plan.zone, config.NOW);
  const machine: Machine = {
    ...{
      tenant,
      clock,
      files,
      texts,
      readWorkbook,
      writeWorkbook,
      writeArchive,
      papers: openPapers(shippedPapers, config.PAPERS_DIR),
    },
    store: withStandings(store),
    links: { mint: not('a link'), open: not('a link') },
    attachments: { requireAllowed: not('an attachment'), fetch: not('an attachment') },
    newId: () => freshId(),
    wake: () => undefined,
    log: openLog('silent'),
  };
  const office: Office = { scope: { tenant, unit: plan.unit.id }, plan, planVersion: versionOf(plan) };
  return () => openTurn(machine, office, { at: clock.now(), by: 'system' });
}
