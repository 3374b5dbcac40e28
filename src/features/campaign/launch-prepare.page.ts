import { launchPrepareCard } from '../../../cards/campaign/launch-prepare.ts';
import { mayLaunch } from '../../domain/policy/campaign.ts';
import { formatIsoDate } from '../../domain/text/format.ts';
import { knownDate } from '../../domain/text/typed-time.ts';
import { audienceFigures } from '../../model/people/audience.ts';
import { launchPrepare } from '../../model/round/refs.ts';
import { channelOf, channelWords } from '../../model/sending/channels.ts';
import { definePage } from '../../pipeline/page.ts';
import { viewingAs } from '../../pipeline/viewing-as.ts';

const departmentsShown = 12;

/** Before the launch: who can be reached, where the record goes, number and date of issue. */
export const launchPreparePage = definePage({
  name: launchPrepare,
  asksAbout: () => 'one',
  compose: async ({ turn, viewer, texts, params, typed, banner }) => {
    if (!viewingAs(viewer, mayLaunch)) return null;
    const { plan } = turn;
    const { people, reachable, departments } = await audienceFigures(turn);
    const channel = await channelOf(turn, 'office');
    const proposed = {
      number: plan.document.number ?? plan.samples?.number ?? '',
      issuedOn: plan.document.issuedOn ?? plan.samples?.issuedOn ?? '',
    };
    const given = typed ?? (params.number === '' && params.issuedOn === '' ? proposed : params);
    const view = {
      people,
      reachable,
      unreachable: people - reachable,
      departments: departments.slice(0, departmentsShown).map((department) => ({
        name: department.name,
        figures: texts.t('words.campaign.ofAll', { part: department.reachable, all: department.people }),
      })),
      hasMore: departments.length > departmentsShown,
      moreLine: texts.t('words.campaign.moreDepartments', { n: Math.max(0, departments.length - departmentsShown) }),
      channelLine: channelWords(texts, 'record', channel),
      channelTone: channel.state === 'open' ? ('good' as const) : ('warning' as const),
      number: given.number ?? '',
      issuedOn: readable(given.issuedOn ?? ''),
      isSample: isSample(plan, given.number ?? '', given.issuedOn ?? ''),
      symbolLine: texts.t('words.campaign.symbol', { symbol: plan.document.symbol }),
      hasNote: plan.document.note !== '',
      note: plan.document.note,
      formId: turn.newId(),
    };
    return { card: launchPrepareCard(texts, view, banner), summary: texts.t('summaries.campaign.prepare') };
  },
});

/** What was typed stays as it was typed; a stored date is shown day first. */
const readable = (date: string): string => (/^\d{4}-/.test(date) && knownDate(date) ? formatIsoDate(date) : date);

/** Are these the sample values, which no real document bears? */
export function isSample(
  plan: { readonly samples?: { readonly number: string; readonly issuedOn: string } | undefined },
  number: string,
  issuedOn: string,
): boolean {
  const { samples } = plan;
  return samples !== undefined && (number === samples.number || knownDate(issuedOn) === samples.issuedOn);
}
