import { DateTime } from 'luxon';
import { planContentsCard } from '../../../cards/campaign/plan-contents.ts';
import { planSectionCard } from '../../../cards/campaign/plan-section.ts';
import { mayReadGrounds } from '../../domain/policy/campaign.ts';
import { campaignOf, openedDeadlines } from '../../model/round/round.ts';
import { readAt } from '../../model/sending/receipt.ts';
import { definePage } from '../../pipeline/page.ts';
import type { Turn } from '../../pipeline/turn.ts';
import { viewingAs } from '../../pipeline/viewing-as.ts';
import type { Viewer } from '../../ports/pages.ts';
import type { Texts } from '../../ports/texts.ts';
import { documentLine } from './document-line.ts';
import type { Source } from './plan/block.ts';
import { contentsOf, type Entry, pageAt, planPages } from './plan/pages.ts';
import { planContents, planSection } from './refs.ts';

async function reading(turn: Turn, viewer: Viewer, texts: Texts) {
  const { plan } = turn;
  const campaign = await campaignOf(turn);
  const isPerson = campaign !== undefined && viewer.person !== undefined;
  const read = isPerson ? await readAt(turn, campaign, viewer.person.id) : undefined;
  const source: Source = {
    plan,
    at: viewer.at,
    today: viewer.at.setZone(plan.zone).toFormat('yyyy-MM-dd'),
    number: campaign?.data.number ?? plan.document.number ?? '',
    issuedOn: campaign?.data.issuedOn ?? plan.document.issuedOn ?? '',
    opened: await openedDeadlines(turn),
    word: (key, facts) => texts.t(`words.campaign.plan.${key}`, facts),
  };
  return {
    source,
    pages: planPages(source, viewingAs(viewer, mayReadGrounds)),
    /** The launch that may still be acknowledged; empty when there is none or it was. */
    launch: isPerson && read === undefined ? campaign.data.spreadId : '',
    readAt: read,
  };
}

/** What the reader may open the plan at, by title. */
export const sectionsFor = async (turn: Turn, viewer: Viewer, texts: Texts): Promise<Entry[]> =>
  contentsOf((await reading(turn, viewer, texts)).pages);

/** Table of contents of the plan, with its own numerals. */
export const planContentsPage = definePage({
  name: planContents,
  compose: async ({ turn, viewer, texts, banner }) => {
    const { source, pages, launch, readAt: read } = await reading(turn, viewer, texts);
    const view = {
      movement: turn.plan.title,
      document: documentLine(texts, turn.plan, source),
      read: read !== undefined,
      readLine:
        read === undefined
          ? ''
          : texts.t('words.campaign.readAt', {
              when: texts.t('words.at', { at: DateTime.fromISO(read, { zone: turn.plan.zone }) }),
            }),
      sections: contentsOf(pages).map(({ title, at }) => ({ title, section: at.section, page: String(at.page) })),
      launch,
      mayAcknowledge: launch !== '',
    };
    return { card: planContentsCard(texts, view, banner), summary: texts.t('summaries.campaign.plan') };
  },
});

/** One page of the reader; whoever has come to the end of the plan's words may say so. */
export const planSectionPage = definePage({
  name: planSection,
  compose: async ({ turn, viewer, texts, params, banner }) => {
    const { source, pages, launch } = await reading(turn, viewer, texts);
    const at = pageAt(pages, params, source);
    const shown = pages[at];
    if (shown === undefined) return null;
    const [previous, next] = [pages[at - 1], pages[at + 1]];
    const isEnd = shown.section === 'text' && next?.section !== 'text';
    const view = {
      position: source.word('position', { page: at + 1, pages: pages.length }),
      blocks: shown.blocks.map((block) => ({
        ...block,
        isSection: block.heading === 'section',
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
      mayAcknowledge: isEnd && launch !== '',
    };
    return { card: planSectionCard(texts, view, banner), summary: texts.t('summaries.campaign.plan') };
  },
});
