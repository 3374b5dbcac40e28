import { inFigures, inWords } from '../../domain/text/paper-words.ts';
import { named, ownLevel } from '../../model/council/decisions.ts';
import { authorityOf, awardOf } from '../../model/council/levels.ts';
import type { Nominee } from '../../model/dossier/nominees.ts';
import { roundInText, roundOf, roundPlan } from '../../model/round/round.ts';
import { dayOf } from '../../pipeline/day-of.ts';
import type { Turn } from '../../pipeline/turn.ts';
import type { Texts } from '../../ports/texts.ts';
import type { Decision } from '../../records/council.ts';
import type { Loaded } from '../../records/record.ts';
import { awardedRows, bonuses } from './awarded.ts';
import { dayOrGap, namesOf, numberOf, placeAndDate, signing, type Writing } from './common.ts';
import { gap, gapsOf } from './gaps.ts';
import type { Written } from './written.ts';

/** What both papers say of a decision: of whom an award was taken back nothing is paid or handed over. */
async function given(turn: Turn, texts: Texts, { data }: Loaded<Decision>) {
  const { number, issuedOn } = data;
  const round = await roundOf(turn, data.round);
  const plan = await roundPlan(turn, round);
  const on = issuedOn ?? dayOf(turn);
  const writing: Writing = { turn, texts, plan, on, gaps: gapsOf() };
  const all = (await named(turn, data)).filter(({ nomination }) => nomination.data.state !== 'revoked');
  const common = {
    ...namesOf(writing),
    ...(await signing(writing)),
    number: numberOf(number, 'QĐ', plan.unit.symbol),
    issuedOn: dayOrGap(texts, issuedOn),
    placeAndDate: placeAndDate(texts, plan, issuedOn),
    award: awardOf(plan, ownLevel),
    // Nothing is handed over by a decision that is not signed.
    draft: number === '',
  };
  return { writing, all, common, roundName: roundInText(plan, round) };
}

/** Who is paid how much by a decision, and signs for it. */
export async function paymentPaper(turn: Turn, texts: Texts, decision: Loaded<Decision>): Promise<Written> {
  const { writing, all, common } = await given(turn, texts, decision);
  const bonus = bonuses(writing, all);
  const data = {
    ...common,
    rows: awardedRows(texts, all, bonus),
    sum: bonus === undefined ? gap : inFigures(bonus.sum),
    sumInWords: bonus === undefined ? gap : inWords(bonus.sum),
    source: writing.gaps.fill('source', ''),
  };
  return { paper: 'payment', data, missing: writing.gaps.missing, isDraft: common.draft };
}

/** The certificates of a decision, a page each, in the order in which it names them. */
export async function certificatePaper(turn: Turn, texts: Texts, decision: Loaded<Decision>): Promise<Written> {
  const { writing, all, common, roundName } = await given(turn, texts, decision);
  const { plan, on } = writing;
  const reason = texts.t('words.papers.merit', { movement: plan.title, round: roundName });
  const pages = awardedRows(texts, all, undefined).map(({ name, position }, i) => ({
    ...common,
    authority: authorityOf(plan, ownLevel, on),
    name,
    position: position || collectiveOf(texts, all[i]),
    reason,
    register: String(i + 1).padStart(2, '0'),
    isLast: i === all.length - 1,
  }));
  return { paper: 'certificate', data: { pages }, missing: writing.gaps.missing, isDraft: common.draft };
}

const collectiveOf = (texts: Texts, nominee: Nominee | undefined): string =>
  nominee?.kind === 'department' ? texts.t('words.council.collective') : '';
