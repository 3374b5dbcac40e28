import { caseCard } from '../../../cards/award/case.ts';
import { reasonCard } from '../../../cards/award/reason.ts';
import type { Actor } from '../../domain/policy/actor.ts';
import {
  mayAskRevocation,
  mayFollowDecisions,
  mayReconsider,
  mayRecordDecision,
  maySendBack,
} from '../../domain/policy/award.ts';
import { mayKnowFinding } from '../../domain/policy/council.ts';
import { isOwn } from '../../domain/policy/dossier.ts';
import { awaitsAgreement, awaitsPaper, decisionsOf, isDirectors } from '../../model/council/decisions.ts';
import { aboutNominee } from '../../model/council/findings.ts';
import { awardOf } from '../../model/council/levels.ts';
import { candidateOf, type Nominee, nominees } from '../../model/dossier/nominees.ts';
import { roundOf, roundPlan } from '../../model/round/round.ts';
import { actorOf } from '../../pipeline/actor-of.ts';
import { definePage } from '../../pipeline/page.ts';
import type { Turn } from '../../pipeline/turn.ts';
import type { Viewer } from '../../ports/pages.ts';
import { decisionRecord } from '../../records/council.ts';
import { nominationRecord } from '../../records/nomination.ts';
import { agreeable } from './agreeing.ts';
import { caseFacts } from './case-facts.ts';
import { decideCase, decideReason } from './refs.ts';

/** What a reader may do with one case. */
interface May {
  readonly sendBack: boolean;
  readonly reconsider: boolean;
  readonly decline: boolean;
  readonly revoke: boolean;
}

/** The decisions that name a dossier, the last one last. */
const namingOf = async (turn: Turn, { nomination: { id, data } }: Nominee) =>
  (await decisionsOf(turn, data.round)).filter((each) => each.data.nominations.includes(id));

async function mayOf(turn: Turn, actor: Actor, nominee: Nominee): Promise<May> {
  const candidate = candidateOf(nominee);
  const { state, decision } = nominee.nomination.data;
  const naming = await namingOf(turn, nominee);
  // Those not recommended are declined beside a decision that does not name them.
  const settledBy = decision === null ? undefined : await turn.get(decisionRecord, decision);
  const isHeld = naming.some(({ data }) => awaitsPaper(data) || awaitsAgreement(data));
  return {
    sendBack: state === 'recommended' && !isHeld && maySendBack(actor, candidate),
    reconsider: state === 'declinedBySo' && mayReconsider(actor, candidate) && !(await isDirectors(turn, candidate)),
    decline:
      state === 'declined' &&
      settledBy?.data.published === null &&
      mayRecordDecision(actor) &&
      !isOwn(actor, candidate),
    revoke: state === 'awarded' && !isHeld && mayAskRevocation(actor, candidate),
  };
}

/** For the director, the deputies and the office; nobody follows the own case here. */
async function followed(turn: Turn, viewer: Viewer, id: string) {
  const actor = actorOf(viewer);
  const nomination = await turn.get(nominationRecord, id);
  if (actor === undefined || nomination === undefined || !mayFollowDecisions(actor)) return undefined;
  const [nominee] = await nominees(turn, [nomination]);
  return nominee === undefined || !mayKnowFinding(actor, candidateOf(nominee)) ? undefined : { actor, nominee };
}

/** What the head and the council said of one candidate, before it is agreed to and after. */
export const casePage = definePage({
  name: decideCase,
  subject: ({ nomination }) => nomination,
  compose: async ({ turn, viewer, texts, params, banner }) => {
    const found = await followed(turn, viewer, params.nomination);
    if (found === undefined) return null;
    const { actor, nominee } = found;
    const { data } = nominee.nomination;
    const plan = await roundPlan(turn, await roundOf(turn, data.round));
    const may = await mayOf(turn, actor, nominee);
    const naming = (await namingOf(turn, nominee)).at(-1);
    const given = naming?.data.level ?? data.council?.level ?? data.level;
    const view = {
      nomination: nominee.nomination.id,
      round: data.round,
      candidate: nominee.id,
      name: nominee.name,
      about: aboutNominee(texts, nominee),
      state: texts.t(`words.award.caseState.${data.state}`, { award: awardOf(plan, given) }),
      tone: tones[data.state as keyof typeof tones] ?? ('emphasis' as const),
      facts: await caseFacts(turn, texts, {
        nominee,
        plan,
        today: viewer.at.setZone(plan.zone).toFormat('yyyy-MM-dd'),
      }),
      canSendBack: may.sendBack,
      canReconsider: may.reconsider,
      canChangeReason: may.decline,
      canRevoke: may.revoke,
      decision: data.decision ?? naming?.id ?? '',
    };
    return {
      card: caseCard(texts, view, banner),
      summary: texts.t('summaries.award.case', { name: nominee.name }),
    };
  },
});

const tones = {
  recommended: 'accent',
  awarded: 'good',
  revoked: 'attention',
  onHold: 'warning',
  declinedBySo: 'warning',
} as const;

const verbs = {
  revoke: 'decide.revoke',
  refuseRevocation: 'decide.refuseRevocation',
  sendBack: 'decide.sendBack',
  reconsider: 'decide.reconsider',
  decline: 'decide.reason',
} as const;

/** The form of a reason; it is there only for whoever may do what follows. */
export const reasonPage = definePage({
  name: decideReason,
  compose: async ({ turn, viewer, texts, params: { ask, id }, banner, typed }) => {
    const words = (part: string): string => texts.t(`words.award.reason.${ask}.${part}`);
    const form = {
      heading: words('heading'),
      explain: words('explain'),
      label: words('label'),
      button: words('button'),
      verb: verbs[ask],
      isDestructive: ask === 'revoke',
    };
    const summary = { summary: form.heading };
    if (ask === 'refuseRevocation') {
      const actor = actorOf(viewer);
      const decision = await turn.get(decisionRecord, id);
      const dossier = actor && decision && (await agreeable(turn, actor, decision.data));
      if (decision === undefined || dossier === undefined) return null;
      const view = {
        ...form,
        name: dossier.name,
        about: aboutNominee(texts, dossier),
        data: { decision: decision.id, rev: decision.rev },
        reason: typed?.reason ?? '',
        backVerb: 'decide.decision',
        backData: { decision: decision.id },
      };
      return { card: reasonCard(texts, view, banner), ...summary };
    }
    const found = await followed(turn, viewer, id);
    if (found === undefined) return null;
    const { actor, nominee } = found;
    if (!(await mayOf(turn, actor, nominee))[ask]) return null;
    const { nomination } = nominee;
    const view = {
      ...form,
      name: nominee.name,
      about: aboutNominee(texts, nominee),
      data: { nomination: nomination.id, rev: nomination.rev },
      reason: typed?.reason ?? (ask === 'decline' ? nomination.data.declineReason : ''),
      backVerb: 'decide.case',
      backData: { nomination: nomination.id },
    };
    return { card: reasonCard(texts, view, banner), ...summary };
  },
});
