import { noticeCard } from '../../../cards/award/notice.ts';
import { formatIsoDate } from '../../domain/text/format.ts';
import { ownLevel } from '../../model/council/decisions.ts';
import { authorityOf, awardOf, parentLevel } from '../../model/council/levels.ts';
import { nominees } from '../../model/dossier/nominees.ts';
import { dossiersOf } from '../../model/dossier/tell.ts';
import { addressing } from '../../model/people/addressee.ts';
import { roundName, roundOf, roundPlan } from '../../model/round/round.ts';
import { definePage } from '../../pipeline/page.ts';
import type { Turn } from '../../pipeline/turn.ts';
import type { Banner, Viewer } from '../../ports/pages.ts';
import type { Texts } from '../../ports/texts.ts';
import { type Decision, decisionRecord, submissionRecord } from '../../records/council.ts';
import { type Nomination, nominationRecord } from '../../records/nomination.ts';
import type { Person } from '../../records/person.ts';
import type { Loaded } from '../../records/record.ts';
import { resultsDeclined, resultsForwarded, resultsNotice, resultsReconsidered, resultsRevoked } from './refs.ts';
import { resultWords } from './result-words.ts';
import { isResultOf } from './results.ts';

interface NoticeOf {
  readonly turn: Turn;
  readonly viewer: Viewer;
  readonly person: Loaded<Person>;
  readonly texts: Texts;
  readonly banner: Banner | undefined;
  /** Whose dossiers, of one round. */
  readonly found: readonly Loaded<Nomination>[];
  readonly decision: Loaded<Decision> | undefined;
}

async function notice({ turn, viewer, person, texts, banner, found, decision }: NoticeOf) {
  const [first] = found;
  if (first === undefined) return null;
  const round = await roundOf(turn, first.data.round);
  const plan = await roundPlan(turn, round);
  const today = viewer.at.setZone(plan.zone).toFormat('yyyy-MM-dd');
  const to = addressing(turn, texts, person.data);
  const all = await nominees(turn, found);
  const notices = all.map((nominee) => resultWords(texts, { nominee, round, plan, decision, to, today }));
  const tones = notices.map((n) => n.tone);
  const leading = (['attention', 'good', 'emphasis'] as const).find((tone) => tones.includes(tone)) ?? 'emphasis';
  const heading = headings[leading];
  const view = {
    roundName: roundName(plan, round),
    heading: texts.t(`words.award.noticeHeading.${heading}`),
    tone: leading === 'good' ? ('good' as const) : ('emphasis' as const),
    notices,
  };
  const led = all.filter((_, i) => tones[i] === leading);
  const whose = led.length > 1 ? 'both' : (led[0]?.kind ?? 'person');
  const facts = {
    you: to.you,
    award: awardOf(plan, decision?.data.level ?? ownLevel),
    name: led.find(({ kind }) => kind === 'department')?.name ?? '',
  };
  return {
    card: noticeCard(texts, view, banner),
    summary: texts.t(`summaries.award.notice.${heading}.${whose}`, facts),
  };
}

/** What leads when one message tells of several dossiers. */
const headings = { attention: 'revoked', good: 'awarded', emphasis: 'result' } as const;

/** A published decision, for one whom it concerns. */
export const noticePage = definePage({
  name: resultsNotice,
  subject: ({ decision }) => decision,
  compose: async ({ turn, viewer, texts, params, banner }) => {
    const decision = await turn.get(decisionRecord, params.decision);
    if (viewer.person === undefined || decision === undefined || decision.data.published === null) return null;
    const mine = await dossiersOf(turn, decision.data.round, viewer.person);
    return notice({
      turn,
      viewer,
      person: viewer.person,
      texts,
      banner,
      decision,
      found: mine.filter((n) => isResultOf(n, decision)),
    });
  },
});

/** The parent department's negative answer, for one whom it concerns. */
export const declinedPage = definePage({
  name: resultsDeclined,
  subject: ({ nomination }) => nomination,
  compose: async ({ turn, viewer, texts, params, banner }) => {
    const nomination = await turn.get(nominationRecord, params.nomination);
    if (viewer.person === undefined || nomination?.data.state !== 'declinedBySo') return null;
    const mine = await dossiersOf(turn, nomination.data.round, viewer.person);
    return notice({
      turn,
      viewer,
      person: viewer.person,
      texts,
      banner,
      decision: undefined,
      found: mine.filter((n) => n.id === nomination.id),
    });
  },
});

/** An award that was taken back, for one whom it concerns. */
export const revokedPage = definePage({
  name: resultsRevoked,
  subject: ({ decision }) => decision,
  compose: async ({ turn, viewer, texts, params, banner }) => {
    const decision = await turn.get(decisionRecord, params.decision);
    if (viewer.person === undefined || decision?.data.kind !== 'revocation') return null;
    const mine = await dossiersOf(turn, decision.data.round, viewer.person);
    const found = mine.filter((n) => n.data.state === 'revoked' && n.data.decision === decision.id);
    return notice({ turn, viewer, person: viewer.person, texts, banner, decision, found });
  },
});

/** Word that a dossier went to the parent department. */
export const forwardedPage = definePage({
  name: resultsForwarded,
  compose: async ({ turn, viewer, texts, params, banner }) => {
    const submission = await turn.get(submissionRecord, params.submission);
    if (viewer.person === undefined || submission === undefined) return null;
    const { round: key, nominations, sentOn } = submission.data;
    const mine = (await dossiersOf(turn, key, viewer.person)).filter(({ id }) => nominations.includes(id));
    if (mine.length === 0) return null;
    const round = await roundOf(turn, key);
    const plan = await roundPlan(turn, round);
    const on = formatIsoDate(sentOn);
    const to = addressing(turn, texts, viewer.person.data);
    const authority = authorityOf(plan, await parentLevel(turn, round), sentOn);
    const notices = (await nominees(turn, mine)).map(({ kind, name }) => ({
      text: texts.t(`words.award.told.forwarded.${kind}`, { ...to, name, on, authority }),
      tone: 'accent' as const,
    }));
    const view = {
      roundName: roundName(plan, round),
      heading: texts.t('words.award.noticeHeading.forwarded'),
      tone: 'accent' as const,
      notices,
    };
    return { card: noticeCard(texts, view, banner), summary: view.heading };
  },
});

/** Word that the council looks again at what the parent department refused. */
export const reconsideredPage = definePage({
  name: resultsReconsidered,
  compose: async ({ turn, viewer, texts, params, banner }) => {
    const nomination = await turn.get(nominationRecord, params.nomination);
    if (viewer.person === undefined || nomination === undefined) return null;
    const mine = (await dossiersOf(turn, nomination.data.round, viewer.person)).filter(
      ({ id }) => id === nomination.id,
    );
    if (mine.length === 0) return null;
    const round = await roundOf(turn, nomination.data.round);
    const plan = await roundPlan(turn, round);
    const to = addressing(turn, texts, viewer.person.data);
    const notices = (await nominees(turn, mine)).map(({ kind, name }) => ({
      text: texts.t(`words.award.told.reconsidered.${kind}`, { ...to, name, unit: plan.unit.shortName }),
      tone: 'accent' as const,
    }));
    const view = {
      roundName: roundName(plan, round),
      heading: texts.t('words.award.noticeHeading.reconsidered'),
      tone: 'accent' as const,
      notices,
    };
    return { card: noticeCard(texts, view, banner), summary: view.heading };
  },
});
