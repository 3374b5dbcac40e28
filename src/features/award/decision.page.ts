import { decisionCard } from '../../../cards/award/decision.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import type { Actor } from '../../domain/policy/actor.ts';
import { mayFollowDecisions, mayPublish, mayRecordDecision } from '../../domain/policy/award.ts';
import { mayKnowFinding } from '../../domain/policy/council.ts';
import { upperFirst } from '../../domain/text/sentence.ts';
import { awaitsAgreement, awaitsPaper, declinedBy, isFinal, named } from '../../model/council/decisions.ts';
import { aboutNominee } from '../../model/council/findings.ts';
import { authorityOf } from '../../model/council/levels.ts';
import { countWords } from '../../model/dossier/count-words.ts';
import { candidateOf, type Nominee } from '../../model/dossier/nominees.ts';
import { nameOf } from '../../model/people/people.ts';
import { roundName, roundOf, roundPlan } from '../../model/round/round.ts';
import { actorOf } from '../../pipeline/actor-of.ts';
import { definePage } from '../../pipeline/page.ts';
import { pagingView, slice } from '../../pipeline/paging.ts';
import type { Turn } from '../../pipeline/turn.ts';
import type { Texts } from '../../ports/texts.ts';
import { type Decision, decisionRecord } from '../../records/council.ts';
import { agreeable } from './agreeing.ts';
import { decisionGrounds } from './decision-grounds.ts';
import { actWords, bonusLines, decisionName, decisionPreview } from './decision-words.ts';
import { decideDecision } from './refs.ts';

const pageSize = 8;

/** A decision as it stands, dossier by dossier. */
export const decisionPage = definePage({
  name: decideDecision,
  subject: ({ decision }) => decision,
  compose: async ({ turn, viewer, texts, params, banner }) => {
    const actor = actorOf(viewer);
    const decision = await turn.get(decisionRecord, params.decision);
    if (actor === undefined || decision === undefined) return null;
    const canAgree = (await agreeable(turn, actor, decision.data)) !== undefined;
    if (!mayFollowDecisions(actor) && !canAgree) return null;
    const { data } = decision;
    const round = await roundOf(turn, data.round);
    const plan = await roundPlan(turn, round);
    const all = await named(turn, data);
    // Those declined beside it are read and their reasons changed from here; nobody learns the own result this way.
    const declined = (await declinedBy(turn, decision)).filter((each) => mayKnowFinding(actor, candidateOf(each)));
    const part = slice([...all, ...declined], params.page, pageSize);
    const isSigned = data.number !== '';
    const on = data.issuedOn ?? viewer.at.setZone(plan.zone).toFormat('yyyy-MM-dd');
    const isAward = data.kind === 'award';
    // What was taken back is neither counted nor paid.
    const standing = all.filter(({ nomination }) => nomination.data.state !== 'revoked');
    const view = {
      ...pagingView(part),
      decision: decision.id,
      round: data.round,
      roundName: roundName(plan, round),
      name: decisionName(texts, data),
      ...decisionGrounds(texts, data, { plan, on, dossiers: all.map(({ nomination }) => nomination) }),
      facts: await facts(turn, texts, { data, plan, on, all, standing }),
      bonus: isAward ? bonusLines(texts, { plan, on, all: standing }).map((text) => ({ text })) : [],
      rows: part.items.map((nominee) => row(texts, nominee, actor)),
      rev: decision.rev,
      canRecord: awaitsPaper(data) && mayRecordDecision(actor),
      canCorrect: isSigned && !isFinal(data) && mayRecordDecision(actor),
      canPublish: isAward && isSigned && data.published === null && mayPublish(actor),
      canAgree,
    };
    return { card: decisionCard(texts, view, banner), summary: decisionPreview(texts, data) };
  },
});

interface FactsOf {
  readonly data: Decision;
  readonly plan: Plan;
  readonly on: string;
  readonly all: readonly Nominee[];
  /** Those of them that were not taken back. */
  readonly standing: readonly Nominee[];
}

async function facts(turn: Turn, texts: Texts, { data, plan, on, all, standing }: FactsOf) {
  const fact = (name: string, value: string) =>
    value === '' ? [] : [{ label: texts.t(`words.award.fact.${name}`), value }];
  const said = (act: Decision['agreed']): Promise<string> => actWords(turn, texts, { act, plan });
  const { kind, refused } = data;
  const isRevocation = kind === 'revocation';
  const taken = all.filter((nominee) => !standing.includes(nominee));
  return [
    ...fact('authority', authorityOf(plan, data.level, on)),
    ...fact('dossiers', upperFirst(countWords(texts, isRevocation ? all : standing))),
    ...(isRevocation || taken.length === 0 ? [] : fact('takenBack', countWords(texts, taken))),
    ...fact('reason', data.reason),
    ...fact('proposed', await said(data.proposed)),
    ...fact('agreed', await said(data.agreed)),
    ...(awaitsAgreement(data) ? fact('agreed', texts.t('words.award.notAgreed')) : []),
    ...(refused === null
      ? []
      : fact('refused', texts.t('words.award.saidBy', { by: await nameOf(turn, refused.by), reason: refused.reason }))),
    ...(awaitsPaper(data) ? fact('paper', texts.t('words.award.byHand')) : []),
    ...fact(isRevocation ? 'recorded' : 'published', await said(data.published)),
  ];
}

const states = {
  awarded: 'good',
  revoked: 'attention',
  recommended: 'emphasis',
  onHold: 'warning',
  declined: 'emphasis',
  other: 'emphasis',
} as const;

function row(texts: Texts, nominee: Nominee, reader: Actor) {
  const { state } = nominee.nomination.data;
  const shown = state in states ? (state as keyof typeof states) : 'other';
  return {
    nomination: nominee.nomination.id,
    name: nominee.name,
    detail: aboutNominee(texts, nominee),
    chip: texts.t(`words.award.dossierState.${shown}`),
    tone: states[shown],
    mayOpen: mayKnowFinding(reader, candidateOf(nominee)),
  };
}
