import { CodedError } from '../../domain/errors.ts';
import { bonusFor } from '../../domain/plan/bonus.ts';
import { inFigures } from '../../domain/text/paper-words.ts';
import type { Nominee } from '../../model/dossier/nominees.ts';
import type { Texts } from '../../ports/texts.ts';
import { candidateName, positionWords, type Writing } from './common.ts';
import { gap } from './gaps.ts';

/** Those whom a decision names, a row each. */
export const awardedRows = (texts: Texts, all: readonly Nominee[], bonus: Bonuses | undefined) =>
  all.map((nominee, i) => ({
    n: String(i + 1),
    name: candidateName(texts, nominee),
    position: positionWords(nominee),
    amount: bonus === undefined ? gap : inFigures(bonus.amounts[nominee.kind]),
  }));

export interface Bonuses {
  readonly lines: { text: string }[];
  readonly amounts: Readonly<Record<Nominee['kind'], number>>;
  /** In đồng. */
  readonly sum: number;
}

/** Undefined on a day for which the plan has no figures: then the decision says nothing of money, and the card says why. */
export function bonuses({ texts, plan, on, gaps }: Writing, all: readonly Nominee[]): Bonuses | undefined {
  try {
    const each = {
      department: bonusFor('department', on, plan.settings.bonus),
      person: bonusFor('person', on, plan.settings.bonus),
    };
    const lines: { text: string }[] = [];
    let sum = 0;
    for (const kind of ['department', 'person'] as const) {
      const count = all.filter((nominee) => nominee.kind === kind).length;
      if (count === 0) continue;
      const { amount, tenths, baseSalary } = each[kind];
      sum += amount * count;
      const facts = {
        count: String(count).padStart(2, '0'),
        amount: inFigures(amount),
        sum: inFigures(amount * count),
        rate: String(tenths / 10).replace('.', ','),
        base: inFigures(baseSalary),
      };
      lines.push({ text: texts.t(`words.papers.bonus.${kind}`, facts) });
    }
    return { lines, sum, amounts: { department: each.department.amount, person: each.person.amount } };
  } catch (error) {
    if (!(error instanceof CodedError) || error.code !== 'NOT_IN_FORCE') throw error;
    gaps.fill('bonus', '');
    return undefined;
  }
}
