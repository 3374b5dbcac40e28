import { DateTime } from 'luxon';
import { formatInstant } from '../../domain/text/format.ts';
import { campaignOf } from '../../model/round/round.ts';
import { readAt } from '../../model/sending/receipt.ts';
import { definePage } from '../../pipeline/page.ts';
import type { Turn } from '../../pipeline/turn.ts';
import type { Viewer } from '../../ports/pages.ts';
import { planContentsScreen, planSectionScreen } from '../../screens/campaign/plan-screens.ts';
import type { Texts } from '../../screens/texts.ts';
import { documentLine } from './document-line.ts';
import type { Source } from './plan/block.ts';
import { planPages, sectionIds } from './plan/sections.ts';
import { planContents, planSection } from './refs.ts';

interface Reading {
  readonly source: Source;
  /** The launch that may still be acknowledged; empty when there is none or it was. */
  readonly launch: string;
  readonly readAt: string | undefined;
}

async function reading(turn: Turn, viewer: Viewer, texts: Texts): Promise<Reading> {
  const { plan } = turn;
  const campaign = await campaignOf(turn);
  const read =
    campaign === undefined || viewer.person === undefined ? undefined : await readAt(turn, campaign, viewer.person.id);
  return {
    source: {
      plan,
      at: viewer.at,
      today: viewer.at.setZone(plan.zone).toFormat('yyyy-MM-dd'),
      number: campaign?.data.number ?? plan.document.number ?? '',
      issuedOn: campaign?.data.issuedOn ?? plan.document.issuedOn ?? '',
      word: (key, facts) => texts.t(`words.campaign.plan.${key}`, facts),
    },
    launch: campaign === undefined || viewer.person === undefined || read !== undefined ? '' : campaign.data.spreadId,
    readAt: read,
  };
}

/** Table of contents of the plan. */
export const planContentsPage = definePage({
  name: planContents,
  compose: async ({ turn, viewer, texts, banner }) => {
    const { source, launch, readAt: read } = await reading(turn, viewer, texts);
    const view = {
      movement: turn.plan.title,
      document: documentLine(texts, turn.plan, source),
      read: read !== undefined,
      readLine:
        read === undefined
          ? ''
          : texts.t('words.campaign.readAt', {
              when: formatInstant(DateTime.fromISO(read, { zone: turn.plan.zone })),
            }),
      first: sectionIds[0] ?? '',
      sections: sectionIds.map((section, i) => ({
        section,
        number: `${i + 1}.`,
        title: source.word(`sections.${section}`),
      })),
      launch,
      mayAcknowledge: launch !== '',
    };
    return { card: planContentsScreen(texts, view, banner), summary: texts.t('summaries.campaign.plan') };
  },
});

/** One page of one section; a long section has several. */
export const planSectionPage = definePage({
  name: planSection,
  compose: async ({ turn, viewer, texts, params, banner }) => {
    const { source, launch } = await reading(turn, viewer, texts);
    const pages = planPages(source);
    const at = pages.findIndex(({ section, page }) => section === params.section && String(page) === params.page);
    const shown = pages[at];
    if (shown === undefined) return null;
    const [previous, next] = [pages[at - 1], pages[at + 1]];
    const section = sectionIds.indexOf(shown.section) + 1;
    const view = {
      title: source.word(`sections.${shown.section}`),
      position: source.word(shown.pages > 1 ? 'positionPaged' : 'position', {
        section,
        of: sectionIds.length,
        page: shown.page,
        pages: shown.pages,
      }),
      blocks: shown.blocks.map((block) => ({
        ...block,
        hasLabel: block.label !== '',
        hasText: block.text !== '',
        hasNote: block.note !== '',
        hasChip: block.chip !== '',
      })),
      hasPrevious: previous !== undefined,
      previousSection: previous?.section ?? '',
      previousPage: String(previous?.page ?? ''),
      hasNext: next !== undefined,
      nextSection: next?.section ?? '',
      nextPage: String(next?.page ?? ''),
      launch,
      mayAcknowledge: launch !== '',
    };
    return { card: planSectionScreen(texts, view, banner), summary: texts.t('summaries.campaign.plan') };
  },
});
