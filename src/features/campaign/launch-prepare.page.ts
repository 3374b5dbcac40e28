import { z } from 'zod';
import { formatIsoDate, parseDate } from '../../domain/format.ts';
import { mayLaunch } from '../../domain/policy.ts';
import { launchPrepareScreen } from '../../screens/campaign/launch-screens.ts';
import { definePage } from '../page.ts';
import { audienceOf, everyone, isOfficeChannelBound, reachable } from './audience.ts';
import { viewingAs } from './viewing-as.ts';

const departmentsShown = 12;

/** Before the launch: who can be reached, where the record goes, number and date of issue. */
export const launchPreparePage = definePage({
  page: 'launch.prepare',
  params: z.strictObject({ number: z.string().default(''), issuedOn: z.string().default('') }),
  compose: async ({ deps, viewer, texts, params, typed, banner }) => {
    if (!viewingAs(viewer, mayLaunch)) return null;
    const { plan } = deps;
    const audience = await audienceOf(deps, viewer.at);
    const people = everyone(audience);
    const reached = reachable(people);
    const bound = await isOfficeChannelBound(deps);
    const proposed = {
      number: plan.document.number ?? plan.samples?.number ?? '',
      issuedOn: plan.document.issuedOn ?? plan.samples?.issuedOn ?? '',
    };
    const given = typed ?? (params.number === '' && params.issuedOn === '' ? proposed : params);
    const view = {
      people: people.length,
      reachable: reached,
      unreachable: people.length - reached,
      departments: audience.slice(0, departmentsShown).map(({ department, recipients }) => ({
        name: department.data.name,
        figures: texts.t('words.campaign.ofAll', { part: reachable(recipients), all: recipients.length }),
      })),
      hasMore: audience.length > departmentsShown,
      moreLine: texts.t('words.campaign.moreDepartments', { n: Math.max(0, audience.length - departmentsShown) }),
      channelLine: texts.t(`words.campaign.${bound ? 'recordToChannel' : 'recordNowhere'}`),
      channelTone: bound ? ('good' as const) : ('warning' as const),
      number: given.number ?? '',
      issuedOn: readable(given.issuedOn ?? ''),
      isSample: isSample(plan, given.number ?? '', given.issuedOn ?? ''),
      symbolLine: texts.t('words.campaign.symbol', { symbol: plan.document.symbol }),
      hasNote: plan.document.note !== '',
      note: plan.document.note,
      formId: deps.newId(),
    };
    return { card: launchPrepareScreen(texts, view, banner), summary: texts.t('summaries.campaign.prepare') };
  },
});

/** What was typed stays as it was typed; a stored date is shown day first. */
const readable = (date: string): string => (/^\d{4}-/.test(date) && parseDate(date) ? formatIsoDate(date) : date);

/** Are these the sample values, which no real document bears? */
export function isSample(
  plan: { readonly samples?: { readonly number: string; readonly issuedOn: string } | undefined },
  number: string,
  issuedOn: string,
): boolean {
  const { samples } = plan;
  return samples !== undefined && (number === samples.number || parseDate(issuedOn) === samples.issuedOn);
}
