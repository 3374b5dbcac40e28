import { resultsCard } from '../../../cards/award/results.ts';
import { isFound } from '../../domain/dossier/nomination.ts';
import { decidingOf, decisionsOf } from '../../model/council/decisions.ts';
import { aboutNominee } from '../../model/council/findings.ts';
import { countWords } from '../../model/dossier/count-words.ts';
import { loadDossier, openUntil } from '../../model/dossier/dossier.ts';
import { type Nominee, nominees, nomineesIn } from '../../model/dossier/nominees.ts';
import { dossiersOf } from '../../model/dossier/tell.ts';
import { addressing } from '../../model/people/addressee.ts';
import { openedRounds, roundName, roundOf, roundPlan } from '../../model/round/round.ts';
import { definePage } from '../../pipeline/page.ts';
import { pagingView, slice } from '../../pipeline/paging.ts';
import { type Decision, sessionRecord } from '../../records/council.ts';
import type { Nomination } from '../../records/nomination.ts';
import type { Loaded } from '../../records/record.ts';
import { asTold, consideredWords } from './considered-words.ts';
import { decisionName } from './decision-words.ts';
import { resultsShow } from './refs.ts';
import { resultWords } from './result-words.ts';
import { underWayWords } from './under-way.ts';

const pageSize = 12;
const othersShown = 3;

/** What has become of the viewer's own dossier, and the published list. A result is told once it is published, before it what the council proposes. */
export const resultsPage = definePage({
  name: resultsShow,
  subject: ({ round }) => (round === '' ? '' : decidingOf(round)),
  compose: async ({ turn, viewer, texts, params, banner }) => {
    if (viewer.person === undefined) return null;
    const round = await roundOf(turn, params.round);
    const plan = await roundPlan(turn, round);
    const key = round.data.round;
    const decisions = await decisionsOf(turn, key);
    const published = new Map(decisions.filter((d) => d.data.published !== null).map((d) => [d.id, d]));
    const awarded = (await nomineesIn(turn, key, 'awarded')).filter((n) =>
      published.has(n.nomination.data.decision ?? ''),
    );
    const part = slice(awarded, params.page, pageSize);
    const today = viewer.at.setZone(plan.zone).toFormat('yyyy-MM-dd');
    const dossiers = await dossiersOf(turn, key, viewer.person);
    const to = addressing(turn, texts, viewer.person.data);
    const { person, at } = viewer;
    const wordsOn = async (nominee: Nominee) => {
      const { nomination } = nominee;
      const decision = settledBy(nomination, decisions);
      if (isTold(nomination.data, decision)) return resultWords(texts, { nominee, round, plan, decision, to, today });
      const told = { ...nominee, nomination: await asTold(turn, nomination) };
      const { state, council } = told.nomination.data;
      const session = council === null ? undefined : await turn.get(sessionRecord, council.session);
      if (session !== undefined && isFound(state))
        return consideredWords(turn, texts, told, { session, round, plan, person, at });
      return underWayWords(turn, texts, { nominee: told, round, plan, to });
    };
    const found = await nominees(turn, dossiers);
    const mine = await Promise.all(found.map(wordsOn));
    const own = await loadDossier(turn, key, person.id);
    const isOpen = at <= openUntil(own);
    const none = {
      text: texts.t(`words.award.told.${isOpen ? 'notBegun' : 'none'}`, { until: openUntil(own) }),
      tone: 'emphasis' as const,
    };
    const others = (await openedRounds(turn)).filter((r) => r.id !== round.id).slice(0, othersShown);
    const view = {
      ...pagingView(part),
      round: key,
      roundName: roundName(plan, round),
      mine: mine.length === 0 ? [none] : mine,
      candidate: found[0]?.id ?? (isOpen ? viewer.person.id : ''),
      summary: texts.t(`words.award.list.${awarded.length === 0 ? 'none' : 'some'}`, {
        counts: countWords(texts, awarded),
      }),
      rows: part.items.map((nominee) => {
        const decision = published.get(nominee.nomination.data.decision ?? '');
        const by = decision === undefined ? '' : decisionName(texts, decision.data);
        return { name: nominee.name, detail: [aboutNominee(texts, nominee), by].join('. ') };
      }),
      others: others.map((other) => ({ round: other.data.round, name: roundName(turn.plan, other) })),
      hasOthers: others.length > 0,
    };
    return { card: resultsCard(texts, view, banner), summary: texts.t('summaries.award.results') };
  },
});

const settledBy = (
  nomination: Loaded<Nomination>,
  decisions: readonly Loaded<Decision>[],
): Loaded<Decision> | undefined => decisions.find((d) => d.id === nomination.data.decision);

/** Awarded and declined are told once published; what the parent department refused, and what was taken back, when it was recorded. */
function isTold({ state }: Nomination, decision: Loaded<Decision> | undefined): boolean {
  if (state === 'declinedBySo' || state === 'revoked') return true;
  return (state === 'awarded' || state === 'declined') && decision !== undefined && decision.data.published !== null;
}
