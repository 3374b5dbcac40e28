import { DateTime } from 'luxon';
import { decisionCard } from '../../../cards/award/decision.ts';
import { paperCard } from '../../../cards/award/paper.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import type { Actor } from '../../domain/policy/actor.ts';
import { mayFollowDecisions, mayPublish, mayRecordDecision } from '../../domain/policy/award.ts';
import { isOwn } from '../../domain/policy/dossier.ts';
import { formatInstant, formatIsoDate } from '../../domain/text/format.ts';
import { named } from '../../model/council/decisions.ts';
import { aboutNominee } from '../../model/council/findings.ts';
import { candidateOf, type Nominee, nomineesIn } from '../../model/dossier/nominees.ts';
import { nameOf } from '../../model/people/people.ts';
import { roundName, roundOf, roundPlan } from '../../model/round/round.ts';
import { actorOf } from '../../pipeline/actor-of.ts';
import { definePage } from '../../pipeline/page.ts';
import { pagingView, slice } from '../../pipeline/paging.ts';
import type { Turn } from '../../pipeline/turn.ts';
import type { Texts } from '../../ports/texts.ts';
import { type Decision, decisionRecord } from '../../records/council.ts';
import type { Loaded } from '../../records/record.ts';
import { nameLines } from './confirm.page.ts';
import { authorityOf, bonusLines, countWords, decisionName } from './decision-words.ts';
import { decideDecision, decidePaper } from './refs.ts';

const pageSize = 8;

async function decisionOf(turn: Turn, id: string): Promise<Loaded<Decision> | undefined> {
  return turn.get(decisionRecord, id);
}

/** Number and date of the signed paper, typed in by the office. */
export const paperPage = definePage({
  name: decidePaper,
  compose: async ({ turn, viewer, texts, params, banner, typed }) => {
    const actor = actorOf(viewer);
    const decision = await decisionOf(turn, params.decision);
    if (actor === undefined || !mayRecordDecision(actor) || decision?.data.number !== '') return null;
    const round = await roundOf(turn, decision.data.round);
    const plan = await roundPlan(turn, round);
    const all = await named(turn, decision.data);
    const today = viewer.at.setZone(plan.zone).toFormat('yyyy-MM-dd');
    const declined = await nomineesIn(turn, round.data.round, 'notRecommended');
    const view = {
      decision: decision.id,
      round: round.data.round,
      roundName: roundName(plan, round),
      name: texts.t('words.award.giving', {
        authority: authorityOf(plan, decision.data.level, today),
        counts: countWords(texts, all),
      }),
      names: nameLines(texts, all),
      bonus: bonusLines(texts, { plan, on: today, all }).map((text) => ({ text })),
      rev: decision.rev,
      agreed: await agreedWords(turn, texts, { decision: decision.data, plan }),
      today,
      number: typed?.number ?? '',
      issuedOn: typed?.issuedOn ?? today,
      declines: texts.t('words.award.declines', { counts: countWords(texts, declined) }),
      hasDeclines: declined.length > 0,
      // Kept and read by the person concerned, so in the language of the unit's papers.
      declineReason: typed?.declineReason ?? turn.texts('vi').t('words.award.declineReason'),
    };
    return { card: paperCard(texts, view, banner), summary: texts.t('summaries.award.paper') };
  },
});

/** A decision as it stands, dossier by dossier. */
export const decisionPage = definePage({
  name: decideDecision,
  subject: ({ decision }) => decision,
  compose: async ({ turn, viewer, texts, params, banner }) => {
    const actor = actorOf(viewer);
    const decision = await decisionOf(turn, params.decision);
    if (actor === undefined || !mayFollowDecisions(actor) || decision === undefined) return null;
    const { data } = decision;
    const round = await roundOf(turn, data.round);
    const plan = await roundPlan(turn, round);
    const all = await named(turn, data);
    const part = slice(all, params.page, pageSize);
    const isSigned = data.number !== '';
    const on = data.issuedOn ?? viewer.at.setZone(plan.zone).toFormat('yyyy-MM-dd');
    const isAward = data.kind === 'award';
    const view = {
      ...pagingView(part),
      decision: decision.id,
      round: data.round,
      roundName: roundName(plan, round),
      name: decisionName(texts, data),
      facts: await facts(turn, texts, { data, plan, on, all }),
      bonus: isAward ? bonusLines(texts, { plan, on, all }).map((text) => ({ text })) : [],
      rows: part.items.map((nominee) => row(texts, { nominee, actor, isAward })),
      canRecord: !isSigned && mayRecordDecision(actor),
      canPublish: isAward && isSigned && data.published === null && mayPublish(actor),
    };
    return { card: decisionCard(texts, view, banner), summary: texts.t('summaries.award.decision') };
  },
});

interface FactsOf {
  readonly data: Decision;
  readonly plan: Plan;
  readonly on: string;
  readonly all: readonly Nominee[];
}

async function facts(turn: Turn, texts: Texts, { data, plan, on, all }: FactsOf) {
  const label = (name: string): string => texts.t(`words.award.fact.${name}`);
  const { published } = data;
  return [
    { label: label('authority'), value: authorityOf(plan, data.level, on) },
    { label: label('dossiers'), value: countWords(texts, all) },
    ...(data.agreed === null
      ? []
      : [{ label: label('agreed'), value: await agreedWords(turn, texts, { decision: data, plan }) }]),
    ...(data.reason === '' ? [] : [{ label: label('reason'), value: data.reason }]),
    ...(data.number === '' ? [{ label: label('paper'), value: texts.t('words.award.byHand') }] : []),
    ...(published === null
      ? []
      : [
          {
            label: label('published'),
            value: texts.t('words.award.byAt', { by: await nameOf(turn, published.by), at: local(plan, published.at) }),
          },
        ]),
  ];
}

const local = (plan: Plan, instant: string): string => formatInstant(DateTime.fromISO(instant, { zone: plan.zone }));

async function agreedWords(
  turn: Turn,
  texts: Texts,
  { decision, plan }: { decision: Decision; plan: Plan },
): Promise<string> {
  const { agreed, issuedOn } = decision;
  if (agreed === null) return issuedOn === null ? '' : formatIsoDate(issuedOn);
  return texts.t('words.award.byAt', { by: await nameOf(turn, agreed.by), at: local(plan, agreed.at) });
}

const states = {
  awarded: 'good',
  revoked: 'attention',
  recommended: 'emphasis',
  onHold: 'warning',
  other: 'emphasis',
} as const;

function row(texts: Texts, { nominee, actor, isAward }: { nominee: Nominee; actor: Actor; isAward: boolean }) {
  const { state } = nominee.nomination.data;
  const shown =
    state === 'awarded' || state === 'revoked' || state === 'recommended' || state === 'onHold' ? state : 'other';
  const mayOpen = isAward && state === 'awarded' && mayRecordDecision(actor) && !isOwn(actor, candidateOf(nominee));
  return {
    nomination: nominee.nomination.id,
    name: nominee.name,
    detail: aboutNominee(texts, nominee),
    chip: texts.t(`words.award.dossierState.${shown}`),
    tone: states[shown],
    mayOpen,
  };
}
