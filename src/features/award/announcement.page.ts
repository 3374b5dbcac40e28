import { amendmentCard } from '../../../cards/award/amendment.ts';
import { announcementCard } from '../../../cards/award/announcement.ts';
import { formatIsoDate } from '../../domain/text/format.ts';
import { decisionsOf, named } from '../../model/council/decisions.ts';
import { authorityOf, awardOf } from '../../model/council/levels.ts';
import { countWords } from '../../model/dossier/count-words.ts';
import type { Nominee } from '../../model/dossier/nominees.ts';
import { roundName, roundOf, roundPlan } from '../../model/round/round.ts';
import { definePage } from '../../pipeline/page.ts';
import type { Texts } from '../../ports/texts.ts';
import { type Decision, decisionRecord } from '../../records/council.ts';
import type { Loaded } from '../../records/record.ts';
import { decisionName } from './decision-words.ts';
import { resultsAmended, resultsChannel } from './refs.ts';

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
      award: awardOf(plan, level),
      counts: countWords(texts, awarded),
      movement: plan.title,
    };
    const view = {
      unitName: plan.unit.name,
      roundName: roundName(plan, round),
      intro: texts.t('words.award.announcement', facts),
      amended: amendedWords(texts, await decisionsOf(turn, round.data.round), decision.data),
      groups: groups(texts, here, page * namesOnCard),
      part: pages > 1 ? texts.t('words.award.part', { page: page + 1, pages }) : '',
      rest: rest > 0 ? texts.t('words.award.rest', { n: rest }) : '',
      congratulation: isLast ? texts.t('words.award.congratulation', { unit: plan.unit.shortName }) : '',
    };
    return { card: announcementCard(texts, view, banner), summary: texts.t('summaries.award.announcement', facts) };
  },
});

/** The decisions that took back what this one gave, by number and date and without names; empty while it stands as it was published. */
function amendedWords(texts: Texts, all: readonly Loaded<Decision>[], { nominations }: Decision): string {
  const amending = all.filter(
    ({ data }) =>
      data.kind === 'revocation' && data.number !== '' && data.nominations.some((id) => nominations.includes(id)),
  );
  if (amending.length === 0) return '';
  return texts.t('words.award.amended', { by: amending.map(({ data }) => decisionName(texts, data)).join('; ') });
}

/** In the channel, for who has read the list before: it names the decision, never whom it concerns. */
export const amendmentPage = definePage({
  name: resultsAmended,
  compose: async ({ turn, texts, params, banner }) => {
    const revocation = await turn.get(decisionRecord, params.decision);
    if (revocation?.data.kind !== 'revocation' || revocation.data.number === '') return null;
    const round = await roundOf(turn, revocation.data.round);
    const plan = await roundPlan(turn, round);
    const all = await decisionsOf(turn, round.data.round);
    const given = all.find(
      ({ data }) =>
        data.kind === 'award' &&
        data.published !== null &&
        revocation.data.nominations.some((id) => data.nominations.includes(id)),
    );
    if (given === undefined) return null;
    const standing = (await named(turn, given.data)).filter((n) => n.nomination.data.state === 'awarded');
    const facts = {
      by: decisionName(texts, revocation.data),
      given: decisionName(texts, given.data),
      counts: countWords(texts, standing),
    };
    const view = {
      roundName: roundName(plan, round),
      amended: texts.t('words.award.amendedBy', facts),
      standing: texts.t('words.award.amendedTo', facts),
    };
    return { card: amendmentCard(texts, view, banner), summary: texts.t('summaries.award.amendment', facts) };
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
