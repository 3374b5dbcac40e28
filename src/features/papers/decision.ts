import { inFigures, inWords } from '../../domain/text/paper-words.ts';
import { lowerFirst } from '../../domain/text/sentence.ts';
import { named, ownLevel } from '../../model/council/decisions.ts';
import { authorityOf, awardOf } from '../../model/council/levels.ts';
import { countWords } from '../../model/dossier/count-words.ts';
import type { Nominee } from '../../model/dossier/nominees.ts';
import { roundInText, roundOf, roundPlan } from '../../model/round/round.ts';
import { dayOf } from '../../pipeline/day-of.ts';
import type { Turn } from '../../pipeline/turn.ts';
import type { Texts } from '../../ports/texts.ts';
import { type Decision, sessionRecord } from '../../records/council.ts';
import type { Loaded } from '../../records/record.ts';
import { awardedRows, bonuses } from './awarded.ts';
import { dayOrGap, namesOf, numberAndDay, numberOf, placeAndDate, signing, type Writing } from './common.ts';
import { gapsOf } from './gaps.ts';
import { groundLines } from './grounds.ts';
import type { Written } from './written.ts';

/** More names than these stand in a list behind the decision. */
const inText = 5;

/** The decision of the unit's head to commend (form 1.2; ): what the director has agreed to. */
export async function decisionPaper(turn: Turn, texts: Texts, decision: Loaded<Decision>): Promise<Written> {
  const { number, issuedOn } = decision.data;
  const round = await roundOf(turn, decision.data.round);
  const plan = await roundPlan(turn, round);
  const gaps = gapsOf();
  const on = issuedOn ?? dayOf(turn);
  const writing: Writing = { turn, texts, plan, on, gaps };
  const all = await named(turn, decision.data);
  const isListed = all.length > inText;
  const bonus = bonuses(writing, all);
  const last = bonus === undefined ? '2' : '3';
  const rows = awardedRows(texts, all, bonus);
  const data = {
    ...namesOf(writing),
    ...(await signing(writing)),
    number: numberOf(number, 'QĐ', plan.unit.symbol),
    placeAndDate: placeAndDate(texts, plan, issuedOn),
    issuedOn: dayOrGap(texts, issuedOn),
    draft: all.some(({ nomination }) => nomination.data.state === 'onHold'),
    roundName: roundInText(plan, round),
    award: awardOf(plan, ownLevel),
    authority: authorityOf(plan, ownLevel, on),
    grounds: await groundLines(
      writing,
      all.map(({ nomination }) => nomination),
      [await proposal(writing, all)],
    ),
    counts: countWords(texts, all),
    listed: texts.t(`words.papers.listed.${isListed ? 'list' : 'named'}`),
    named: isListed
      ? []
      : rows.map(({ n, name, position }) => ({ text: `${n}. ${[name, position].filter(Boolean).join(', ')};` })),
    hasBonus: bonus !== undefined,
    bonus: bonus?.lines ?? [],
    sum: bonus === undefined ? '' : inFigures(bonus.sum),
    sumInWords: bonus === undefined ? '' : inWords(bonus.sum),
    source: bonus === undefined ? '' : gaps.fill('source', ''),
    last,
    executors: texts.t('words.papers.executors', { office: lowerFirst(plan.unit.office) }),
    hasList: isListed,
    rows,
  };
  return { paper: 'decision', data, missing: gaps.missing, isDraft: data.draft };
}

async function proposal({ turn, texts, plan, gaps }: Writing, all: readonly Nominee[]): Promise<string> {
  const ids = [...new Set(all.flatMap(({ nomination }) => nomination.data.council?.session ?? []))].sort();
  const minutes = [...(await turn.getMany(sessionRecord, ids)).values()].map(({ data }) =>
    gaps.fill(
      'minutes',
      data.minutes === null || data.minutes.number === ''
        ? ''
        : numberAndDay(texts, data.minutes.number, data.minutes.issuedOn),
    ),
  );
  const facts = { council: plan.unit.council, minutes: minutes.join(', '), office: lowerFirst(plan.unit.office) };
  return texts.t('words.papers.proposal', facts);
}
