import { revokingCard } from '../../../cards/award/revoking.ts';
import { aboutNominee } from '../../model/council/findings.ts';
import { nameOf } from '../../model/people/people.ts';
import { roundOf, roundPlan } from '../../model/round/round.ts';
import { actorOf } from '../../pipeline/actor-of.ts';
import { definePage } from '../../pipeline/page.ts';
import { decisionRecord } from '../../records/council.ts';
import { agreeable } from './agreeing.ts';
import { decisionGrounds } from './decision-grounds.ts';
import { decisionName } from './decision-words.ts';
import { decideRevoking } from './refs.ts';

/** The last look before it is agreed that an award be taken back. */
export const revokingPage = definePage({
  name: decideRevoking,
  compose: async ({ turn, viewer, texts, params, banner }) => {
    const actor = actorOf(viewer);
    const decision = await turn.get(decisionRecord, params.decision);
    const dossier = actor && decision && (await agreeable(turn, actor, decision.data));
    if (decision === undefined || dossier === undefined) return null;
    const { decision: givenBy } = dossier.nomination.data;
    const given = givenBy === null ? undefined : await turn.get(decisionRecord, givenBy);
    const plan = await roundPlan(turn, await roundOf(turn, decision.data.round));
    const on = viewer.at.setZone(plan.zone).toFormat('yyyy-MM-dd');
    const fact = (name: string, value: string) => ({ label: texts.t(`words.award.fact.${name}`), value });
    const view = {
      decision: decision.id,
      rev: decision.rev,
      name: dossier.name,
      ...decisionGrounds(texts, decision.data, { plan, on, dossiers: [dossier.nomination] }),
      facts: [
        fact('candidate', aboutNominee(texts, dossier)),
        fact('settledBy', given === undefined ? '' : decisionName(texts, given.data)),
        fact('reason', decision.data.reason),
        fact('proposed', await nameOf(turn, decision.data.proposed?.by ?? '')),
      ],
    };
    return { card: revokingCard(texts, view, banner), summary: texts.t('summaries.award.revocation') };
  },
});
