import { DateTime } from 'luxon';
import { noticeCard } from '../../../cards/start/notice.ts';
import { isOffice } from '../../domain/policy/posts.ts';
import { sendingOutage } from '../../model/sending/refs.ts';
import { definePage } from '../../pipeline/page.ts';
import { outageId, outageRecord } from '../../records/outage.ts';

/** For the office: from when to when no message went out. */
export const outagePage = definePage({
  name: sendingOutage,
  compose: async ({ turn, viewer, texts }) => {
    const outage = await turn.get(outageRecord, outageId);
    if (viewer.person === undefined || !isOffice(viewer.person.data)) return null;
    if (outage === undefined || outage.data.until === null) return null;
    const local = (iso: string): DateTime => DateTime.fromISO(iso, { zone: turn.plan.zone });
    const [since, until] = [local(outage.data.since), local(outage.data.until)];
    // Of one day the day is said once, after both times.
    const from = since.hasSame(until, 'day') ? since.toFormat('HH:mm') : since;
    const text = texts.t('words.outage.over', { since: from, until });
    return { card: noticeCard(texts, { text, isKnown: true }), summary: texts.t('summaries.outage') };
  },
});
