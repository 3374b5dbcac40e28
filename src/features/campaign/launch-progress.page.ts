import { DateTime } from 'luxon';
import { z } from 'zod';
import { formatInstant } from '../../domain/format.ts';
import { cancellableUntil } from '../../domain/launch.ts';
import { mayLaunch } from '../../domain/policy.ts';
import { load } from '../../ports/documents.ts';
import { campaignId, campaignRecord } from '../../records/campaign.ts';
import type { PageRef } from '../../records/message.ts';
import { launchProgressScreen } from '../../screens/campaign/launch-screens.ts';
import type { Deps } from '../context.ts';
import { definePage } from '../page.ts';
import { pagingView, slice } from '../paging.ts';
import { nameOf } from '../people.ts';
import { openedRounds } from '../round.ts';
import { documentLine } from './document-line.ts';
import { countTold, type DepartmentReading, readingOf } from './reading.ts';
import { viewingAs } from './viewing-as.ts';

const departmentsShown = 10;

/** @param page from 0 */
export const progressRef = (deps: Pick<Deps, 'plan'>, page = '0'): PageRef => ({
  page: 'launch.progress',
  params: { campaign: campaignId(deps.plan.id), page },
});

/** How far the launch has come: told, read, not reached. Kept in step with the campaign, counted afresh at each look. */
export const launchProgressPage = definePage({
  page: 'launch.progress',
  params: z.strictObject({ campaign: z.string(), page: z.string() }),
  subject: ({ campaign }) => campaign,
  compose: async ({ deps, viewer, texts, params, banner }) => {
    if (!viewingAs(viewer, mayLaunch)) return null;
    const { plan } = deps;
    const campaign = await load(deps.store, deps.scope.unit, campaignRecord, params.campaign);
    if (campaign === undefined) return null;
    const { launched, cancelled, spreadId } = campaign.data;
    const reading = await readingOf(deps, campaign, viewer.at);
    const all = reading.flatMap(({ recipients }) => recipients);
    const shown = slice(reading, params.page, departmentsShown);
    const when = (instant: string): string => formatInstant(DateTime.fromISO(instant, { zone: plan.zone }));
    const done = cancelled ?? launched;
    const isCancellable =
      cancelled === null && viewer.at <= cancellableUntil(launched.at, plan) && (await openedRounds(deps)).length === 0;
    const { previous, next, hasPrevious, hasNext, from, to, total } = pagingView(shown);
    const view = {
      document: documentLine(texts, plan, campaign.data),
      launchedLine: texts.t(`words.campaign.${cancelled === null ? 'launchedBy' : 'cancelledBy'}`, {
        by: await nameOf(deps, done.by),
        when: when(done.at),
      }),
      state: texts.t(`words.campaign.state.${cancelled === null ? 'launched' : 'cancelled'}`),
      stateTone: cancelled === null ? ('good' as const) : ('attention' as const),
      asOf: texts.t('words.campaign.asOf', { when: formatInstant(viewer.at) }),
      people: all.length,
      delivered: countTold(all, 'delivered', 'read'),
      readCount: countTold(all, 'read'),
      pending: countTold(all, 'pending'),
      doubtful: countTold(all, 'doubtful'),
      unreachable: countTold(all, 'unreachable'),
      departments: shown.items.map((department) => barOf(department, (key, facts) => texts.t(key, facts))),
      hasPages: hasPrevious || hasNext,
      range: texts.t('words.campaign.range', { from, to, total }),
      page: params.page,
      previous,
      next,
      hasPrevious,
      hasNext,
      cancelled: cancelled !== null,
      mayCancel: isCancellable,
      launch: spreadId,
    };
    return { card: launchProgressScreen(texts, view, banner), summary: texts.t('summaries.campaign.progress') };
  },
});

function barOf(
  { department, recipients }: DepartmentReading,
  t: (key: string, facts: Record<string, string | number>) => string,
) {
  const done = countTold(recipients, 'read');
  const rest = recipients.length - done;
  return {
    department: department.id,
    name: department.data.name,
    figures: t('words.campaign.ofAll', { part: done, all: recipients.length }),
    open: t('words.campaign.openUnread', { department: department.data.name }),
    done,
    rest,
    hasDone: done > 0,
    hasRest: rest > 0,
  };
}
