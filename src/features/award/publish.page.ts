import { previewCard } from '../../../cards/award/preview.ts';
import { publishCard } from '../../../cards/award/publish.ts';
import { mayPublish } from '../../domain/policy/award.ts';
import { upperFirst } from '../../domain/text/sentence.ts';
import { decidingOf, decisionsOf, declinedBy, named } from '../../model/council/decisions.ts';
import { toCheckWords } from '../../model/council/grounds.ts';
import { countWords } from '../../model/dossier/count-words.ts';
import { roundName, roundOf, roundPlan } from '../../model/round/round.ts';
import { channelOf, channelWords } from '../../model/sending/channels.ts';
import { actorOf } from '../../pipeline/actor-of.ts';
import { definePage } from '../../pipeline/page.ts';
import { decisionRecord } from '../../records/council.ts';
import { announcementPages } from './announcement.page.ts';
import { decisionRow } from './decision-row.ts';
import { decisionName } from './decision-words.ts';
import { publishPreview, publishShow } from './refs.ts';

/** Which signed decisions are published and which wait to be. */
export const publishPage = definePage({
  name: publishShow,
  subject: ({ round }) => (round === '' ? '' : decidingOf(round)),
  compose: async ({ turn, viewer, texts, params, banner }) => {
    const actor = actorOf(viewer);
    if (actor === undefined || !mayPublish(actor)) return null;
    const round = await roundOf(turn, params.round);
    const plan = await roundPlan(turn, round);
    const all = await decisionsOf(turn, round.data.round);
    const awards = all.filter(({ data }) => data.kind === 'award');
    const waiting = awards.filter(({ data }) => data.number !== '' && data.published === null).length;
    const state = awards.length === 0 ? 'none' : waiting === 0 ? 'nothing' : 'some';
    const view = {
      round: round.data.round,
      roundName: roundName(plan, round),
      summary: texts.t(`words.award.toPublish.${state}`, { n: waiting }),
      rows: await Promise.all(
        awards
          .slice(-10)
          .reverse()
          .map(async (decision) => {
            const mayOpen = decision.data.number !== '' && decision.data.published === null;
            return { ...(await decisionRow(turn, texts, { plan, all, decision })), mayOpen };
          }),
      ),
    };
    return { card: publishCard(texts, view, banner), summary: texts.t('summaries.award.publish') };
  },
});

/** The last look: what goes to the channel, and how many people are told. */
export const previewPage = definePage({
  name: publishPreview,
  compose: async ({ turn, viewer, texts, params, banner }) => {
    const actor = actorOf(viewer);
    const decision = await turn.get(decisionRecord, params.decision);
    if (actor === undefined || !mayPublish(actor) || decision === undefined) return null;
    if (decision.data.number === '' || decision.data.published !== null) return null;
    const awarded = (await named(turn, decision.data)).filter((n) => n.nomination.data.state === 'awarded');
    const declined = await declinedBy(turn, decision);
    const plan = await roundPlan(turn, await roundOf(turn, decision.data.round));
    const toCheck = toCheckWords(texts, plan, plan.title);
    const channel = await channelOf(turn, 'office');
    const label = (name: string): string => texts.t(`words.award.fact.${name}`);
    const warnings = [
      ...(channel.state === 'open' ? [] : [{ text: channelWords(texts, 'results', channel) }]),
      ...(toCheck === '' ? [] : [{ text: toCheck }]),
    ];
    const view = {
      decision: decision.id,
      round: decision.data.round,
      rev: decision.rev,
      name: decisionName(texts, decision.data),
      facts: [
        {
          label: label('toChannel'),
          value: texts.t(`words.award.inMessages.${channel.state === 'open' ? 'now' : 'later'}`, {
            counts: countWords(texts, awarded),
            n: announcementPages(decision.data.nominations.length),
          }),
        },
        { label: label('toAwarded'), value: upperFirst(countWords(texts, awarded)) },
        { label: label('toDeclined'), value: upperFirst(countWords(texts, declined)) },
      ],
      warnings,
      hasWarnings: warnings.length > 0,
    };
    return { card: previewCard(texts, view, banner), summary: texts.t('summaries.award.publish') };
  },
});
