import { levelAnswering, levelName } from '../../model/council/levels.ts';
import { countWords } from '../../model/dossier/count-words.ts';
import type { Nominee } from '../../model/dossier/nominees.ts';
import { roundInText, roundOf, roundPlan } from '../../model/round/round.ts';
import { dayOf } from '../../pipeline/day-of.ts';
import type { Turn } from '../../pipeline/turn.ts';
import type { Texts } from '../../ports/texts.ts';
import { candidateName, dayOrGap, namesOf, numberOf, positionWords, signing, type Writing } from './common.ts';
import { gapsOf } from './gaps.ts';
import type { Submitted } from './submission.ts';
import { votesOf } from './votes.ts';
import type { Written } from './written.ts';

/** Whom the submission proposes, an annex across: collectives, then people, in protocol order. */
export async function listPaper(turn: Turn, texts: Texts, submitted: Submitted): Promise<Written> {
  const { all, number, sentOn } = submitted;
  const round = await roundOf(turn, submitted.round);
  const plan = await roundPlan(turn, round);
  const gaps = gapsOf();
  const writing: Writing = { turn, texts, plan, on: sentOn ?? dayOf(turn), gaps };
  const row = async (nominee: Nominee, i: number) => ({
    n: String(i + 1),
    name: candidateName(texts, nominee),
    position: positionWords(nominee),
    summary: gaps.fill('summary', nominee.nomination.data.summary ?? ''),
    votes: gaps.fill('votes', await votesOf(turn, nominee)),
    level: levelName(plan, levelAnswering(plan, nominee.nomination.data)),
  });
  const of = (kind: Nominee['kind']) => Promise.all(all.filter((each) => each.kind === kind).map(row));
  const [collectives, people] = [await of('department'), await of('person')];
  const data = {
    ...namesOf(writing),
    ...(await signing(writing)),
    draft: all.some(({ nomination }) => nomination.data.state === 'onHold'),
    about: texts.t('words.papers.about', { movement: plan.shortTitle, round: roundInText(plan, round) }),
    carrier: texts.t('words.papers.carrier', {
      number: numberOf(number, 'TTr', plan.unit.symbol),
      on: dayOrGap(texts, sentOn),
    }),
    hasCollectives: collectives.length > 0,
    collectives,
    hasPeople: people.length > 0,
    people,
    counts: countWords(texts, all),
  };
  return { paper: 'list', data, missing: gaps.missing, isDraft: data.draft };
}
