import { answeringCard } from '../../../cards/award/answering.ts';
import { replyCard } from '../../../cards/award/reply.ts';
import { waitingCard } from '../../../cards/award/waiting.ts';
import { mayFollowDecisions, mayForwardSome, mayRecordDecision } from '../../domain/policy/award.ts';
import { isOwn } from '../../domain/policy/dossier.ts';
import { formatIsoDate } from '../../domain/text/format.ts';
import { boundsFor } from '../../model/council/chain.ts';
import { decidingOf } from '../../model/council/decisions.ts';
import { aboutNominee } from '../../model/council/findings.ts';
import { authorityOf, levelAnswering, levelsAbove } from '../../model/council/levels.ts';
import { dayOf, paperForm } from '../../model/council/paper-form.ts';
import { isAnswered, submissionOf, submissionsOf } from '../../model/council/submissions.ts';
import { countWords } from '../../model/dossier/count-words.ts';
import { candidateOf, type Nominee, nominees, nomineesIn } from '../../model/dossier/nominees.ts';
import { candidatesSide } from '../../model/dossier/tell.ts';
import { nameOf } from '../../model/people/people.ts';
import { roundName, roundOf, roundPlan } from '../../model/round/round.ts';
import { actorOf } from '../../pipeline/actor-of.ts';
import { definePage } from '../../pipeline/page.ts';
import { pagingView, slice } from '../../pipeline/paging.ts';
import type { Turn } from '../../pipeline/turn.ts';
import type { Viewer } from '../../ports/pages.ts';
import type { Texts } from '../../ports/texts.ts';
import type { Submission } from '../../records/council.ts';
import { nominationRecord } from '../../records/nomination.ts';
import type { Loaded } from '../../records/record.ts';
import { decideAnswering, decideReply, decideWaiting } from './refs.ts';

const pageSize = 10;

/** The dossier whose answer the office may record; undefined for anyone else, and for whom it is the own one. */
async function forwarded(turn: Turn, viewer: Viewer, id: string): Promise<Nominee | undefined> {
  const actor = actorOf(viewer);
  const nomination = await turn.get(nominationRecord, id);
  if (actor === undefined || nomination?.data.state !== 'forwarded' || !mayRecordDecision(actor)) return undefined;
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
    const submissions = await submissionsOf(turn, round.data.round);
    const last = submissions.at(-1);
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
        const paper = paperWords(texts, submissionOf(submissions, nominee.nomination));
        return {
          nomination: nominee.nomination.id,
          name: nominee.name,
          detail: [aboutNominee(texts, nominee), paper].filter(Boolean).join('. '),
          mayOpen,
        };
      }),
      submission: last !== undefined && mayForwardSome(actor) && !(await isAnswered(turn, last.data)) ? last.id : '',
    };
    return { card: waitingCard(texts, view, banner), summary: texts.t('summaries.award.waiting') };
  },
});

const paperWords = (texts: Texts, submission: Loaded<Submission> | undefined): string =>
  submission === undefined
    ? ''
    : texts.t('words.award.submissionOf', {
        number: submission.data.number,
        on: formatIsoDate(submission.data.sentOn),
      });

export const replyPage = definePage({
  name: decideReply,
  compose: async ({ turn, viewer, texts, params, banner, typed }) => {
    const nominee = await forwarded(turn, viewer, params.nomination);
    if (nominee === undefined) return null;
    const { nomination } = nominee;
    const round = await roundOf(turn, nomination.data.round);
    const plan = await roundPlan(turn, round);
    const of = { round, zone: plan.zone, at: viewer.at, dossiers: [nomination] };
    const bounds = await boundsFor(turn, 'signed', of);
    const submissions = await submissionsOf(turn, round.data.round);
    const form = paperForm(typed, bounds);
    const level = typed?.level || levelAnswering(plan, nomination.data);
    const above = levelsAbove(plan);
    const view = {
      ...form,
      nomination: nomination.id,
      level,
      levels: above.length > 1 ? above.map(({ id, name }) => ({ title: name, value: id })) : [],
      award: [...new Set(above.map((each) => each.award))].join(' / '),
      name: nominee.name,
      about: aboutNominee(texts, nominee),
      reason: typed?.reason ?? '',
      round: round.data.round,
      rev: nomination.rev,
      authority: authorityOf(plan, level, dayOf(form)),
      submitted: paperWords(texts, submissionOf(submissions, nomination)),
      result: typed?.result ?? '',
    };
    return { card: replyCard(texts, view, banner), summary: texts.t('summaries.award.reply') };
  },
});

/** A refusal is told to the person as soon as it is recorded: it is read once more before. */
export const answeringPage = definePage({
  name: decideAnswering,
  compose: async ({ turn, viewer, texts, params, banner }) => {
    const nominee = await forwarded(turn, viewer, params.nomination);
    if (nominee === undefined) return null;
    const told = await candidatesSide(turn, nominee.nomination.data);
    const names = await Promise.all(told.map((id) => nameOf(turn, id)));
    const view = { ...params, name: nominee.name, told: names.join(', ') };
    return { card: answeringCard(texts, view, banner), summary: texts.t('summaries.award.reply') };
  },
});
