import type { Tone } from '../../../cards/kit/kit.ts';
import { peopleCard } from '../../../cards/review/people.ts';
import { proposalCard } from '../../../cards/review/proposal.ts';
import { proposeCard } from '../../../cards/review/propose.ts';
import { isOpenForWriting } from '../../domain/dossier/nomination.ts';
import { mayPropose } from '../../domain/policy/dossier.ts';
import { isHead } from '../../domain/policy/posts.ts';
import { fold } from '../../domain/text/vietnamese.ts';
import { candidateView, openUntil } from '../../model/dossier/dossier.ts';
import { nameApart, rowsApart } from '../../model/people/names-apart.ts';
import { positionOf } from '../../model/people/people.ts';
import { roundInText, roundName, roundOf, roundPlan } from '../../model/round/round.ts';
import { actorOf } from '../../pipeline/actor-of.ts';
import { definePage, type PageDef } from '../../pipeline/page.ts';
import { pagingView, slice } from '../../pipeline/paging.ts';
import type { Nomination } from '../../records/nomination.ts';
import { eligiblePeople } from './eligible-people.ts';
import { reviewPeople, reviewProposal, reviewPropose } from './refs.ts';
import { detailOf, momentOf, seenDossier } from './viewing.ts';

const peoplePerCard = 10;

/** Whom the head may propose, with a search by name so that a large department fits a card. */
const peoplePage = definePage({
  name: reviewPeople,
  asksAbout: () => undefined,
  compose: async ({ turn, viewer, texts, params, banner }) => {
    if (viewer.person === undefined || !isHead(viewer.person.data)) return null;
    const round = await roundOf(turn, params.round);
    const plan = await roundPlan(turn, round);
    const all = await eligiblePeople(turn, { round: round.data.round, head: viewer.person, at: viewer.at, plan });
    const found = all.filter((p) => fold(p.data.fullName).includes(fold(params.query)));
    const named = found.map(({ id, data }) => ({ id, name: data.fullName, title: data.title }));
    const part = slice(await rowsApart(turn, named), params.page, peoplePerCard);
    const view = {
      round: round.data.round,
      roundName: roundName(plan, round),
      query: params.query,
      isEmpty: found.length === 0,
      rows: part.items.map(({ id, name, title }) => ({ person: id, name, title })),
      ...pagingView(part),
    };
    return { card: peopleCard(texts, view, banner), summary: texts.t('summaries.review.propose') };
  },
});

const proposePage = definePage({
  name: reviewPropose,
  compose: async ({ turn, viewer, texts, params, banner, typed }) => {
    const actor = actorOf(viewer);
    if (actor === undefined) return null;
    const round = await roundOf(turn, params.round);
    const plan = await roundPlan(turn, round);
    const candidate = await candidateView(turn, params.person);
    if (!mayPropose(actor, candidate)) return null;
    const view = {
      round: params.round,
      person: params.person,
      roundName: roundName(plan, round),
      name: await nameApart(turn, candidate),
      detail: detailOf(texts, candidate),
      levels: plan.levels.map(({ id, name }) => ({ id, title: name })),
      level: typed?.level ?? '',
      reason: typed?.reason ?? '',
    };
    return { card: proposeCard(texts, view, banner), summary: texts.t('summaries.review.propose') };
  },
});

type Stand = NonNullable<Nomination['proposal']>['consent'] | 'closed';
const tones: Record<Stand, Tone> = { pending: 'accent', given: 'good', refused: 'emphasis', closed: 'emphasis' };

/** The head's proposal, for the person proposed (who answers) and for whoever else may see the dossier. */
const proposalPage = definePage({
  name: reviewProposal,
  subject: ({ nomination }) => nomination,
  compose: async ({ turn, viewer, texts, params, banner }) => {
    const seen = await seenDossier(turn, viewer, params.nomination);
    if (seen === undefined) return null;
    const { dossier, actor } = seen;
    const { nomination, candidate, plan } = dossier;
    const { proposal, level, state } = nomination.data;
    if (proposal === null) return null;
    const closes = openUntil(dossier);
    const isOver = state !== 'draft' || viewer.at > closes;
    const stand: Stand = proposal.consent === 'pending' && isOver ? 'closed' : proposal.consent;
    const isCandidate = actor.id === candidate.id;
    const name = isCandidate ? candidate.name : await nameApart(turn, candidate);
    const view = {
      nomination: nomination.id,
      rev: String(nomination.rev),
      round: nomination.data.round,
      candidate: candidate.id,
      roundName: roundName(plan, dossier.round),
      name,
      detail: detailOf(texts, candidate),
      chip: texts.t(`words.review.consent.${stand}`),
      tone: tones[stand],
      text: texts.t('words.review.proposedBy', {
        by: await positionOf(turn, proposal.by),
        name,
        round: roundInText(plan, dossier.round),
      }),
      reason: proposal.reason,
      facts: [
        {
          label: texts.t('words.review.fact.level'),
          value: plan.levels.find(({ id }) => id === level)?.name ?? level,
        },
        { label: texts.t('words.review.fact.proposedAt'), value: momentOf(texts, proposal.at, plan.zone) },
      ],
      next: texts.t(`words.review.proposal.${stand}.${isCandidate ? 'candidate' : 'others'}`, { closes }),
      mayAnswer: isCandidate && stand === 'pending',
      mayAssess: isCandidate && stand === 'given' && isOpenForWriting(state),
      isCandidate,
    };
    return { card: proposalCard(texts, view, banner), summary: texts.t(`summaries.review.proposal.${stand}`) };
  },
});

export const proposalPages: readonly PageDef[] = [peoplePage, proposePage, proposalPage];
