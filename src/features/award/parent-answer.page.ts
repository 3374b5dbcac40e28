import { replyCard } from '../../../cards/award/reply.ts';
import { revocationCard } from '../../../cards/award/revocation.ts';
import { revokingCard } from '../../../cards/award/revoking.ts';
import { waitingCard } from '../../../cards/award/waiting.ts';
import { mayFollowDecisions, mayRecordDecision } from '../../domain/policy/award.ts';
import { isOwn } from '../../domain/policy/dossier.ts';
import { formatIsoDate } from '../../domain/text/format.ts';
import { decidingOf } from '../../model/council/decisions.ts';
import { aboutNominee } from '../../model/council/findings.ts';
import { candidateOf, type Nominee, nominees, nomineesIn } from '../../model/dossier/nominees.ts';
import { roundName, roundOf, roundPlan } from '../../model/round/round.ts';
import { actorOf } from '../../pipeline/actor-of.ts';
import { definePage } from '../../pipeline/page.ts';
import { pagingView, slice } from '../../pipeline/paging.ts';
import type { Turn } from '../../pipeline/turn.ts';
import type { Typed, Viewer } from '../../ports/pages.ts';
import type { Texts } from '../../ports/texts.ts';
import { decisionRecord } from '../../records/council.ts';
import { nominationRecord } from '../../records/nomination.ts';
import { authorityOf, countWords, decisionName } from './decision-words.ts';
import { parentLevel } from './parent-level.ts';
import { decideReply, decideRevocation, decideRevoking, decideWaiting } from './refs.ts';

const pageSize = 10;

/** The office's dossier in that state; undefined for anyone else, and for whom it is the own one. */
async function officeDossier(turn: Turn, viewer: Viewer, id: string, state: string): Promise<Nominee | undefined> {
  const actor = actorOf(viewer);
  const nomination = await turn.get(nominationRecord, id);
  if (actor === undefined || nomination?.data.state !== state || !mayRecordDecision(actor)) return undefined;
  const [nominee] = await nominees(turn, [nomination]);
  return nominee === undefined || isOwn(actor, candidateOf(nominee)) ? undefined : nominee;
}

/** Dossiers sent to the parent department and not yet answered. */
export const waitingPage = definePage({
  name: decideWaiting,
  subject: ({ round }) => (round === '' ? '' : decidingOf(round)),
  compose: async ({ turn, viewer, texts, params, banner }) => {
    const actor = actorOf(viewer);
    if (actor === undefined || !mayFollowDecisions(actor)) return null;
    const round = await roundOf(turn, params.round);
    const plan = await roundPlan(turn, round);
    const all = await nomineesIn(turn, round.data.round, 'forwarded');
    const part = slice(all, params.page, pageSize);
    const view = {
      ...pagingView(part),
      round: round.data.round,
      roundName: roundName(plan, round),
      summary:
        all.length === 0
          ? texts.t('words.award.allAnswered')
          : texts.t('words.award.unanswered', { counts: countWords(texts, all) }),
      rows: part.items.map((nominee) => {
        const mayOpen = mayRecordDecision(actor) && !isOwn(actor, candidateOf(nominee));
        return {
          nomination: nominee.nomination.id,
          name: nominee.name,
          detail: aboutNominee(texts, nominee),
          mayOpen,
        };
      }),
    };
    return { card: waitingCard(texts, view, banner), summary: texts.t('summaries.award.waiting') };
  },
});

export const replyPage = definePage({
  name: decideReply,
  compose: async ({ turn, viewer, texts, params, banner, typed }) => {
    const nominee = await officeDossier(turn, viewer, params.nomination, 'forwarded');
    if (nominee === undefined) return null;
    const round = await roundOf(turn, nominee.nomination.data.round);
    const plan = await roundPlan(turn, round);
    const today = viewer.at.setZone(plan.zone).toFormat('yyyy-MM-dd');
    const view = {
      ...paperView(texts, { nominee, today, typed }),
      round: round.data.round,
      rev: nominee.nomination.rev,
      authority: authorityOf(plan, await parentLevel(turn, round), today),
      result: typed?.result ?? '',
    };
    return { card: replyCard(texts, view, banner), summary: texts.t('summaries.award.reply') };
  },
});

export const revocationPage = definePage({
  name: decideRevocation,
  compose: async ({ turn, viewer, texts, params, banner, typed }) => {
    const nominee = await officeDossier(turn, viewer, params.nomination, 'awarded');
    const given = await turn.get(decisionRecord, nominee?.nomination.data.decision ?? '');
    if (nominee === undefined || given === undefined) return null;
    const { zone } = await roundPlan(turn, await roundOf(turn, given.data.round));
    const today = viewer.at.setZone(zone).toFormat('yyyy-MM-dd');
    const view = {
      ...paperView(texts, { nominee, today, typed }),
      rev: nominee.nomination.rev,
      decision: given.id,
      given: decisionName(texts, given.data),
    };
    return { card: revocationCard(texts, view, banner), summary: texts.t('summaries.award.revocation') };
  },
});

export const revokingPage = definePage({
  name: decideRevoking,
  compose: async ({ turn, viewer, texts, params, banner }) => {
    const nominee = await officeDossier(turn, viewer, params.nomination, 'awarded');
    if (nominee === undefined) return null;
    const label = (name: string): string => texts.t(`words.award.fact.${name}`);
    const view = {
      ...params,
      name: nominee.name,
      facts: [
        {
          label: label('revokedBy'),
          value: texts.t('words.award.signed.revocation', {
            number: params.number,
            on: formatIsoDate(params.issuedOn),
          }),
        },
        { label: label('reason'), value: params.reason },
      ],
    };
    return { card: revokingCard(texts, view, banner), summary: texts.t('summaries.award.revocation') };
  },
});

const paperView = (
  texts: Texts,
  { nominee, today, typed }: { nominee: Nominee; today: string; typed: Typed | undefined },
) => ({
  nomination: nominee.nomination.id,
  name: nominee.name,
  about: aboutNominee(texts, nominee),
  today,
  number: typed?.number ?? '',
  issuedOn: typed?.issuedOn ?? today,
  reason: typed?.reason ?? '',
});
