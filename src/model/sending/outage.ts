import { DateTime } from 'luxon';
import { retryOnce } from '../../pipeline/retry.ts';
import type { Turn } from '../../pipeline/turn.ts';
import { stamp } from '../../ports/commit.ts';
import { put, replace } from '../../ports/documents.ts';
import type { Banner } from '../../ports/pages.ts';
import type { Texts } from '../../ports/texts.ts';
import { outageId, outageRecord } from '../../records/outage.ts';
import { tellOffice } from '../people/tell-office.ts';
import { sendingOutage } from './refs.ts';

/**
 * The service refuses everything we send (the app's password has run out, an administrator has disabled the app). Nothing can be told
 * through it, but a click is still answered: from now on the pages about sending say so. Said again while it lasts, it changes nothing.
 */
export async function sendingStopped(turn: Turn, reason: string): Promise<void> {
  const { scope, log } = turn;
  log.error({ reason }, 'sending is paused: the service refuses our credential or the app');
  await retryOnce(async () => {
    const known = await turn.get(outageRecord, outageId);
    if (known?.data.until === null) return;
    const at = turn.clock.now();
    const outage = { reason, since: stamp(at), until: null };
    turn.commit({
      command: 'sending.stopped',
      subject: outageId,
      facts: { reason },
      changes: [put(outageRecord, { ...scope, id: outageId }, known, outage)],
    });
    await turn.settle();
  });
}

/** The service takes messages. If it did not before, the office is told from when to when, and that nothing was lost. */
export async function sendingWorks(turn: Turn): Promise<void> {
  await retryOnce(async () => {
    const known = await turn.get(outageRecord, outageId);
    if (known === undefined || known.data.until !== null) return;
    const at = turn.clock.now();
    const word = { kind: 'sending.outage', show: sendingOutage.ref({}), subject: outageId };
    turn.commit({
      command: 'sending.works',
      subject: outageId,
      changes: [
        replace(outageRecord, known, { ...known.data, until: stamp(at) }),
        await tellOffice(turn, { ...word, rev: known.rev + 1, at, by: 'system', except: [] }),
      ],
    });
    await turn.settle();
  });
}

/** What stands above pages about sending while nothing goes out. */
export async function outageBanner(turn: Turn, texts: Texts): Promise<Banner | undefined> {
  const outage = await turn.get(outageRecord, outageId);
  if (outage === undefined || outage.data.until !== null) return undefined;
  const since = DateTime.fromISO(outage.data.since, { zone: turn.plan.zone });
  return { tone: 'attention', text: texts.t('words.outage.now', { since }) };
}
