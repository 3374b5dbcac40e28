import { paperCard } from '../../../cards/award/paper.ts';
import { submissionCard } from '../../../cards/award/submission.ts';
import { mayForwardSome, mayRecordDecision } from '../../domain/policy/award.ts';
import { formatIsoDate } from '../../domain/text/format.ts';
import { boundsFor } from '../../model/council/chain.ts';
import { awaitsPaper, isFinal, named, ownLevel } from '../../model/council/decisions.ts';
import { groundsOf } from '../../model/council/grounds.ts';
import { authorityOf, awardOf } from '../../model/council/levels.ts';
import { dayOf, paperForm } from '../../model/council/paper-form.ts';
import { isAnswered } from '../../model/council/submissions.ts';
import { countWords } from '../../model/dossier/count-words.ts';
import { nominees } from '../../model/dossier/nominees.ts';
import { roundName, roundOf, roundPlan } from '../../model/round/round.ts';
import { actorOf } from '../../pipeline/actor-of.ts';
import { definePage } from '../../pipeline/page.ts';
import { decisionRecord, submissionRecord } from '../../records/council.ts';
import { nominationRecord } from '../../records/nomination.ts';
import { nameLines } from './confirm.page.ts';
import { decisionGrounds } from './decision-grounds.ts';
import { actWords, bonusLines } from './decision-words.ts';
import { declinedBeside } from './record-decision.ts';
import { decidePaper, decideSubmission } from './refs.ts';

/** Number and date of the signed paper, typed in or corrected by the office. */
export const paperPage = definePage({
  name: decidePaper,
  compose: async ({ turn, viewer, texts, params, banner, typed }) => {
    const actor = actorOf(viewer);
    const decision = await turn.get(decisionRecord, params.decision);
    if (actor === undefined || !mayRecordDecision(actor) || decision === undefined) return null;
    const { data } = decision;
    if (data.number === '' ? !awaitsPaper(data) : isFinal(data)) return null;
    const round = await roundOf(turn, data.round);
    const plan = await roundPlan(turn, round);
    const all = await named(turn, data);
    const dossiers = all.map(({ nomination }) => nomination);
    const isAward = data.kind === 'award';
    const of = { round, zone: plan.zone, at: viewer.at, dossiers };
    const bounds = await boundsFor(turn, isAward ? 'signed' : 'revoked', of);
    const declined = await declinedBeside(turn, data);
    const form = paperForm(typed, bounds, data);
    const on = dayOf(form);
    const authority = authorityOf(plan, data.level, on);
    const agreed = await actWords(turn, texts, { act: data.agreed, plan });
    const isOwnAward = isAward && data.level === ownLevel;
    const view = {
      ...form,
      ...decisionGrounds(texts, data, { plan, on, dossiers }),
      decision: decision.id,
      round: round.data.round,
      roundName: roundName(plan, round),
      name: texts.t(`words.award.${isAward ? 'giving' : 'takingBack'}`, {
        authority,
        award: awardOf(plan, data.level),
        counts: countWords(texts, all),
      }),
      names: nameLines(texts, all),
      bonus: isOwnAward ? bonusLines(texts, { plan, on, all }).map((text) => ({ text })) : [],
      rev: decision.rev,
      agreed: agreed === '' ? '' : texts.t('words.award.agreedBy', { agreed }),
      reason: data.reason,
      declines: texts.t('words.award.declines', { counts: countWords(texts, declined) }),
      hasDeclines: declined.length > 0,
      // Kept and read by the person concerned, so in the language of the unit's papers.
      declineReason: typed?.declineReason ?? turn.texts('vi').t('words.award.declineReason'),
    };
    return { card: paperCard(texts, view, banner), summary: texts.t('summaries.award.paper') };
  },
});

/** Number and date of what went to the parent department, as long as no answer to it is published. */
export const submissionPage = definePage({
  name: decideSubmission,
  compose: async ({ turn, viewer, texts, params, banner, typed }) => {
    const actor = actorOf(viewer);
    const submission = await turn.get(submissionRecord, params.submission);
    if (actor === undefined || !mayForwardSome(actor) || submission === undefined) return null;
    const { data } = submission;
    if (await isAnswered(turn, data)) return null;
    const round = await roundOf(turn, data.round);
    const plan = await roundPlan(turn, round);
    const dossiers = [...(await turn.getMany(nominationRecord, data.nominations)).values()];
    const bounds = await boundsFor(turn, 'submission', { round, zone: plan.zone, at: viewer.at, dossiers });
    const form = paperForm(typed, bounds, { number: data.number, issuedOn: data.sentOn });
    const view = {
      ...form,
      ...groundsOf(texts, { plan, on: dayOf(form), dossiers, isSigned: true }),
      submission: submission.id,
      round: data.round,
      rev: submission.rev,
      what: texts.t('words.award.submission', {
        number: data.number,
        on: formatIsoDate(data.sentOn),
        counts: countWords(texts, await nominees(turn, dossiers)),
      }),
    };
    return { card: submissionCard(texts, view, banner), summary: texts.t('summaries.award.submission') };
  },
});
