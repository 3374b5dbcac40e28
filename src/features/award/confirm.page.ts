import { agreementCard } from '../../../cards/award/agreement.ts';
import { forwardingCard } from '../../../cards/award/forwarding.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import { mayDecide, mayForward } from '../../domain/policy/award.ts';
import { boundsFor } from '../../model/council/chain.ts';
import { awaiting, ownLevel } from '../../model/council/decisions.ts';
import { aboutNominee } from '../../model/council/findings.ts';
import { groundsOf } from '../../model/council/grounds.ts';
import { authorityOf, awardOf, byLevelAbove } from '../../model/council/levels.ts';
import { dayOf, paperForm } from '../../model/council/paper-form.ts';
import { countWords } from '../../model/dossier/count-words.ts';
import { candidateOf, type Nominee, revOf } from '../../model/dossier/nominees.ts';
import { roundName, roundOf, roundPlan } from '../../model/round/round.ts';
import { actorOf } from '../../pipeline/actor-of.ts';
import { definePage } from '../../pipeline/page.ts';
import type { Texts } from '../../ports/texts.ts';
import { bonusLines } from './decision-words.ts';
import { decideAgreement, decideForwarding } from './refs.ts';

const namesShown = 60;
const choicesShown = 40;

/** The director's last look at what is agreed to. */
export const agreementPage = definePage({
  name: decideAgreement,
  compose: async ({ turn, viewer, texts, params: asked, banner }) => {
    const actor = actorOf(viewer);
    if (actor === undefined || !mayDecide(actor)) return null;
    const round = await roundOf(turn, asked.round);
    const plan = await roundPlan(turn, round);
    const { own } = await awaiting(turn, round.data.round);
    const on = viewer.at.setZone(plan.zone).toFormat('yyyy-MM-dd');
    const view = {
      round: round.data.round,
      rev: revOf(own),
      roundName: roundName(plan, round),
      what: texts.t('words.award.agreeTo', {
        counts: countWords(texts, own),
        authority: authorityOf(plan, ownLevel, on),
        award: awardOf(plan, ownLevel),
      }),
      ...(own.length > choicesShown
        ? { choices: [], chosen: '', names: nameLines(texts, own) }
        : { ...choicesOf(texts, own), names: [] }),
      bonus: bonusLines(texts, { plan, on, all: own }).map((text) => ({ text })),
      ...groundsOf(texts, { plan, on, dossiers: own.map(({ nomination }) => nomination) }),
    };
    return { card: agreementCard(texts, view, banner), summary: texts.t('summaries.award.agreement') };
  },
});

export const forwardingPage = definePage({
  name: decideForwarding,
  compose: async ({ turn, viewer, texts, params: asked, banner, typed }) => {
    const actor = actorOf(viewer);
    if (actor === undefined) return null;
    const round = await roundOf(turn, asked.round);
    const plan = await roundPlan(turn, round);
    const { forward } = await awaiting(turn, round.data.round);
    const mine = forward.filter((nominee) => mayForward(actor, candidateOf(nominee)));
    if (mine.length === 0) return null;
    const dossiers = mine.map(({ nomination }) => nomination);
    const bounds = await boundsFor(turn, 'submission', { round, zone: plan.zone, at: viewer.at, dossiers });
    const form = paperForm(typed, bounds);
    const on = dayOf(form);
    const view = {
      ...form,
      ...groundsOf(texts, { plan, on, dossiers }),
      round: round.data.round,
      rev: revOf(mine),
      roundName: roundName(plan, round),
      what: forwardedTo(texts, { plan, on, mine }),
      names: nameLines(texts, mine),
    };
    return { card: forwardingCard(texts, view, banner), summary: texts.t('summaries.award.forwarding') };
  },
});

interface ForwardedTo {
  readonly plan: Plan;
  /** `yyyy-MM-dd`, day of the submission. */
  readonly on: string;
  readonly mine: readonly Nominee[];
}

/** Who is asked to give what to how many, the highest level first. */
function forwardedTo(texts: Texts, { plan, on, mine }: ForwardedTo): string {
  const asked = byLevelAbove(plan, mine).map(({ level: { id, award }, these }) =>
    texts.t('words.award.forwardTo', { counts: countWords(texts, these), award, authority: authorityOf(plan, id, on) }),
  );
  return asked.join(' ');
}

/** Each can be left out: it goes on waiting. A list beyond what a card holds is agreed to as a whole. */
function choicesOf(texts: Texts, own: readonly Nominee[]) {
  const choices = own.map((nominee) => ({
    id: nominee.nomination.id,
    title: `${nominee.name} – ${aboutNominee(texts, nominee)}`,
  }));
  return { choices, chosen: choices.map(({ id }) => id).join(',') };
}

/** Collectives on one line, people on another; of a very long list the beginning. */
export function nameLines(texts: Texts, all: readonly Nominee[]): { label: string; value: string }[] {
  return (['department', 'person'] as const).flatMap((kind) => {
    const some = all.filter((n) => n.kind === kind);
    if (some.length === 0) return [];
    const more = some.length - namesShown;
    const names = some
      .slice(0, namesShown)
      .map((n) => n.name)
      .join(', ');
    const value = more > 0 ? `${names} ${texts.t('words.award.andMore', { n: more })}` : names;
    return [{ label: texts.t(`words.award.kind.${kind}`, { n: some.length }), value }];
  });
}
