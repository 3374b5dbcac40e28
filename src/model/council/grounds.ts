import { DateTime } from 'luxon';
import {
  type Dates,
  holdsForSome,
  type LegalText,
  legalBasisOn,
  toCheckBeforeSigning,
  toCheckIn,
} from '../../domain/plan/legal-basis.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import { formatIsoDate } from '../../domain/text/format.ts';
import type { Texts } from '../../ports/texts.ts';
import type { Nomination } from '../../records/nomination.ts';
import type { Loaded } from '../../records/record.ts';

export interface Paper {
  readonly plan: Plan;
  /** `yyyy-MM-dd`, the date of the paper. */
  readonly on: string;
  /** Those that it speaks of. */
  readonly dossiers: readonly Loaded<Nomination>[];
  /** Nothing is left to be checked before it is. */
  readonly isSigned?: boolean;
}

/**
 * What a paper rests on by law: the texts in force on its date or, where the law says so, on the day its dossiers came in. As long as it is to
 * be signed, those that nobody has checked yet are named apart, in a sentence that is empty when there are none.
 */
export function groundsOf(texts: Texts, paper: Paper) {
  const dates = datesOf(paper);
  const unchecked = paper.isSigned ? [] : toCheckBeforeSigning(paper.plan, dates);
  const others = legalBasisOn(paper.plan, dates).filter((text) => !unchecked.includes(text));
  return {
    grounds: { label: texts.t('words.grounds.label'), value: namesOf(texts, others, dates) },
    toCheck:
      unchecked.length === 0 ? '' : texts.t('words.grounds.toCheck', { names: namesOf(texts, unchecked, dates) }),
  };
}

/** What a sentence names that nobody has checked yet, such as the movement's title; empty when there is nothing. */
export function toCheckWords(texts: Texts, plan: Plan, sentence: string): string {
  const names = toCheckIn(plan, sentence).map((text) => nameOf(texts, text));
  return names.length === 0 ? '' : texts.t('words.grounds.toCheckFirst', { names: names.join('; ') });
}

const datesOf = ({ plan, on, dossiers }: Paper): Dates => ({
  paper: on,
  received: dossiers.flatMap(({ data }) => receivedOn(data, plan.zone)),
});

const namesOf = (texts: Texts, all: readonly LegalText[], dates: Dates): string =>
  all
    .map((text) => {
      const name = nameOf(texts, text);
      if (!holdsForSome(text, dates)) return name;
      return texts.t('words.grounds.forSome', { name, from: formatIsoDate(text.effectiveFrom ?? '') });
    })
    .join('; ');

/** "Chỉ thị số 14/CT-UBND ngày 22/07/2022": the date is the one that is printed everywhere. */
const nameOf = (texts: Texts, { kind, number, date }: LegalText): string =>
  texts.t(`words.grounds.${date === null ? 'undated' : 'dated'}`, { kind, number, on: formatIsoDate(date ?? '') });

/** A dossier is received when it is sent. */
const receivedOn = ({ submitted }: Nomination, zone: string): string[] =>
  submitted === null ? [] : [DateTime.fromISO(submitted.at, { zone }).toFormat('yyyy-MM-dd')];
