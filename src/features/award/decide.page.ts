import { decideCard } from '../../../cards/award/decide.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import type { Actor } from '../../domain/policy/actor.ts';
import { mayFollowDecisions, mayForward } from '../../domain/policy/award.ts';
import { mayKnowFinding } from '../../domain/policy/council.ts';
import { isDirector, isOffice } from '../../domain/policy/posts.ts';
import { upperFirst } from '../../domain/text/sentence.ts';
import { awaiting, awaitsPaper, decidingOf, decisionsOf, ownLevel } from '../../model/council/decisions.ts';
import { aboutNominee, findingWords } from '../../model/council/findings.ts';
import { authorityOf, levelName } from '../../model/council/levels.ts';
import { countWords } from '../../model/dossier/count-words.ts';
import { candidateOf, inListOrder, type Nominee, nomineesIn } from '../../model/dossier/nominees.ts';
import { roundName, roundOf, roundPlan } from '../../model/round/round.ts';
import { actorOf } from '../../pipeline/actor-of.ts';
import { definePage } from '../../pipeline/page.ts';
import { pagingView, slice } from '../../pipeline/paging.ts';
import type { Turn } from '../../pipeline/turn.ts';
import type { Texts } from '../../ports/texts.ts';
import { type CouncilSession, sessionRecord } from '../../records/council.ts';
import { byRound } from '../../records/fields.ts';
import { decisionRow } from './decision-row.ts';
import { decideShow } from './refs.ts';

const pageSize = 8;
const decisionsShown = 5;

/** From the council's recommendation to the signed papers, for the director, the deputies and the office. */
export const decidePage = definePage({
  name: decideShow,
  subject: ({ round }) => (round === '' ? '' : decidingOf(round)),
  compose: async ({ turn, viewer, texts, params, banner }) => {
    const actor = actorOf(viewer);
    if (actor === undefined || !mayFollowDecisions(actor)) return null;
    const round = await roundOf(turn, params.round);
    const plan = await roundPlan(turn, round);
    const key = round.data.round;
    const { own, forward } = await awaiting(turn, key);
    const forwarded = await nomineesIn(turn, key, 'forwarded');
    const notRecommended = await nomineesIn(turn, key, 'notRecommended');
    const refused = await nomineesIn(turn, key, 'declinedBySo');
    const decisions = await decisionsOf(turn, key);
    const waiting = [...own, ...forward].sort(inListOrder);
    // From here they are opened, and sent back to the council; nobody reads the own case this way.
    const aside = [...refused, ...notRecommended].filter((nominee) => mayKnowFinding(actor, candidateOf(nominee)));
    const listed = [...waiting, ...aside];
    const part = slice(listed, params.page, pageSize);
    const sessions = await sessionsById(turn, key);
    const today = viewer.at.setZone(plan.zone).toFormat('yyyy-MM-dd');
    const fact = (name: string, all: readonly Nominee[]) => ({
      label: texts.t(`words.award.fact.${name}`, { authority: authorityOf(plan, ownLevel, today) }),
      value: upperFirst(countWords(texts, all)),
    });
    const actsForOffice = isOffice(actor);
    const view = {
      ...pagingView(part),
      round: key,
      roundName: roundName(plan, round),
      facts: [
        fact('own', own),
        fact('forward', forward),
        ...(forwarded.length > 0 ? [fact('forwarded', forwarded)] : []),
        ...(notRecommended.length > 0 ? [fact('notRecommended', notRecommended)] : []),
      ],
      empty: waiting.length === 0 ? texts.t('words.award.nothingWaits') : '',
      decisions: await Promise.all(
        decisions
          .slice(-decisionsShown)
          .reverse()
          .map((decision) => decisionRow(turn, texts, { plan, all: decisions, decision })),
      ),
      hasDecisions: decisions.length > 0,
      rows: part.items.map((nominee) => row(texts, { plan, nominee, sessions, own, actor })),
      hasRows: listed.length > 0,
      canAgree: isDirector(actor) && own.length > 0,
      canForward: forward.some((nominee) => mayForward(actor, candidateOf(nominee))),
      hasForwarded: actsForOffice && forwarded.length > 0,
      canPublish:
        actsForOffice &&
        decisions.some(({ data }) => data.kind === 'award' && data.number !== '' && data.published === null),
    };
    return {
      card: decideCard(texts, view, banner),
      summary: summaryOf(texts, {
        own: own.length,
        forward: forward.length,
        papers: decisions.filter(({ data }) => awaitsPaper(data)).length,
      }),
    };
  },
});

/** In a list of chats: what waits, and for what. */
function summaryOf(texts: Texts, waits: Readonly<Record<'own' | 'forward' | 'papers', number>>): string {
  const parts = Object.entries(waits).flatMap(([what, n]) =>
    n === 0 ? [] : [texts.t(`words.award.waits.${what}`, { n })],
  );
  return parts.length === 0
    ? texts.t('summaries.award.nothingWaits')
    : texts.t('summaries.award.decide', { waits: parts.join(', ') });
}

async function sessionsById(turn: Turn, round: string): Promise<ReadonlyMap<string, CouncilSession>> {
  const where = byRound(round);
  const all = await turn.list(sessionRecord, where);
  return new Map(all.map((session) => [session.id, session.data]));
}

interface RowOf {
  readonly plan: Plan;
  readonly nominee: Nominee;
  readonly sessions: ReadonlyMap<string, CouncilSession>;
  readonly own: readonly Nominee[];
  readonly actor: Actor;
}

function row(texts: Texts, { plan, nominee, sessions, own, actor }: RowOf) {
  const { council } = nominee.nomination.data;
  const session = sessions.get(council?.session ?? '');
  const mayKnow = mayKnowFinding(actor, candidateOf(nominee));
  const figures =
    council === null || session === undefined || !mayKnow ? '' : `. ${findingWords(texts, session, council)}`;
  const step = stepOf(nominee, own);
  const level = levelName(plan, council?.level ?? nominee.nomination.data.level);
  return {
    nomination: nominee.nomination.id,
    name: nominee.name,
    detail: `${aboutNominee(texts, nominee)}. ${level}${figures}`,
    // The director's own case goes to the parent department whatever level it was proposed for.
    chip: texts.t(`words.award.step.${step}`),
    tone: step === 'decide' ? ('accent' as const) : ('emphasis' as const),
    // Nobody opens the own case here.
    mayOpen: mayKnow,
  };
}

function stepOf(nominee: Nominee, own: readonly Nominee[]) {
  const { state } = nominee.nomination.data;
  if (state === 'notRecommended' || state === 'declinedBySo') return state;
  return own.includes(nominee) ? 'decide' : 'forward';
}
