import { formatIsoDate } from '../../domain/text/format.ts';
import { named } from '../../model/council/decisions.ts';
import type { Nominee } from '../../model/dossier/nominees.ts';
import { roundName, roundOf, roundPlan } from '../../model/round/round.ts';
import { definePage } from '../../pipeline/page.ts';
import { decisionRecord } from '../../records/council.ts';
import { announcementScreen } from '../../screens/award/award-screens.ts';
import type { Texts } from '../../screens/texts.ts';
import { authorityOf, countWords } from './decision-words.ts';
import { resultsChannel } from './refs.ts';

const namesOnCard = 30;
const cardsAtMost = 10;

/** How many messages carry a list to the channel; the last one counts those that no longer fit. */
export const announcementPages = (names: number): number =>
  Math.min(cardsAtMost, Math.max(1, Math.ceil(names / namesOnCard)));

/** A published decision as the channel reads it: names of those awarded, departments first. Nobody unsuccessful is ever named. */
export const announcementPage = definePage({
  name: resultsChannel,
  subject: ({ decision }) => decision,
  compose: async ({ turn, texts, params, banner }) => {
    const decision = await turn.get(decisionRecord, params.decision);
    if (decision === undefined || decision.data.published === null || decision.data.issuedOn === null) return null;
    const { number, issuedOn, level } = decision.data;
    const round = await roundOf(turn, decision.data.round);
    const plan = await roundPlan(turn, round);
    const awarded = (await named(turn, decision.data)).filter((n) => n.nomination.data.state === 'awarded');
    const pages = announcementPages(decision.data.nominations.length);
    const page = Math.min(Number.parseInt(params.page, 10) || 0, pages - 1);
    const here = awarded.slice(page * namesOnCard, (page + 1) * namesOnCard);
    const isLast = page === pages - 1;
    const rest = isLast ? awarded.length - pages * namesOnCard : 0;
    const facts = {
      number,
      on: formatIsoDate(issuedOn),
      authority: authorityOf(plan, level, issuedOn),
      counts: countWords(texts, awarded),
      movement: plan.title,
    };
    const view = {
      unitName: plan.unit.name,
      roundName: roundName(plan, round),
      intro: texts.t('words.award.announcement', facts),
      groups: groups(texts, here, page * namesOnCard),
      part: pages > 1 ? texts.t('words.award.part', { page: page + 1, pages }) : '',
      rest: rest > 0 ? texts.t('words.award.rest', { n: rest }) : '',
      congratulation: isLast ? texts.t('words.award.congratulation', { unit: plan.unit.shortName }) : '',
    };
    return { card: announcementScreen(texts, view, banner), summary: texts.t('summaries.award.announcement', facts) };
  },
});

/** Collectives together, then people under their department; numbered through all messages. */
function groups(texts: Texts, here: readonly Nominee[], before: number) {
  const found: { heading: string; names: { text: string }[] }[] = [];
  for (const [i, nominee] of here.entries()) {
    const heading = nominee.kind === 'department' ? texts.t('words.award.collectives') : nominee.departmentName;
    const last = found.at(-1);
    const group = last?.heading === heading ? last : { heading, names: [] };
    if (group !== last) found.push(group);
    group.names.push({ text: `${before + i + 1}. ${nominee.name}` });
  }
  return found;
}
