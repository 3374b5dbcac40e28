import { DateTime } from 'luxon';
import { z } from 'zod';
import { hasRole } from '../../domain/policy/roles.ts';
import { definePage } from '../../pipeline/page.ts';
import { load } from '../../ports/documents.ts';
import { outageId, outageRecord } from '../../records/outage.ts';
import { noticeScreen } from '../../screens/start/start-screens.ts';

/** For the office: from when to when no message went out. */
export const outagePage = definePage({
  page: 'sending.outage',
  params: z.strictObject({}),
  compose: async ({ deps, viewer, texts }) => {
    const outage = await load(deps.store, deps.scope.unit, outageRecord, outageId);
    if (viewer.person === undefined || !hasRole(viewer.person.data, 'office')) return null;
    if (outage === undefined || outage.data.until === null) return null;
    const local = (iso: string): DateTime => DateTime.fromISO(iso, { zone: deps.plan.zone });
    const text = texts.t('words.outage.over', {
      since: local(outage.data.since),
      until: local(outage.data.until),
    });
    return { card: noticeScreen(texts, { text }), summary: texts.t('summaries.outage') };
  },
});
