import { DateTime } from 'luxon';
import { CodedError } from '../../domain/errors.ts';
import { bonusFor } from '../../domain/plan/bonus.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import { formatIsoDate } from '../../domain/text/format.ts';
import type { Nominee } from '../../model/dossier/nominees.ts';
import { nameOf } from '../../model/people/people.ts';
import type { Turn } from '../../pipeline/turn.ts';
import type { Texts } from '../../ports/texts.ts';
import type { Decision } from '../../records/council.ts';

/** "Quyết định số 12/QĐ-DVVLKH ngày 10/12/2026", or that the signed paper is still awaited. */
export function decisionName(texts: Texts, { kind, number, issuedOn }: Decision): string {
  if (number === '' || issuedOn === null) return texts.t(`words.award.unsigned.${kind}`);
  return texts.t(`words.award.signed.${kind}`, { number, on: formatIsoDate(issuedOn) });
}

/** Which decision it is, by what it waits for or has come to: what a phone shows of word about it. */
export function decisionPreview(texts: Texts, { kind, agreed, number, published, refused }: Decision): string {
  const signed = kind === 'award' && published !== null ? 'published' : 'signed';
  const open = agreed === null && kind === 'revocation' ? 'proposed' : 'agreed';
  const step = refused !== null ? 'refused' : number === '' ? open : signed;
  return texts.t(`summaries.award.decision.${kind}.${step}`, { number });
}

/**
 * What the bonuses come to, with what they were computed from, for the office and the leaders. A plan without figures for the
 * day is said to have none.
 * @param on `yyyy-MM-dd`, day of the decision
 */
export function bonusLines(
  texts: Texts,
  { plan, on, all }: { plan: Plan; on: string; all: readonly Nominee[] },
): string[] {
  return (['department', 'person'] as const).flatMap((kind) => {
    const count = all.filter((n) => n.kind === kind).length;
    return count === 0 ? [] : [bonusLine(texts, { plan, on, kind, count })];
  });
}

interface BonusOf {
  readonly plan: Plan;
  readonly on: string;
  readonly kind: 'person' | 'department';
  readonly count: number;
}

function bonusLine(texts: Texts, { plan, on, kind, count }: BonusOf): string {
  try {
    const bonus = bonusFor(kind, on, plan.settings.bonus);
    return texts.t(`words.award.bonus.${kind}`, {
      count,
      amount: bonus.amount,
      sum: bonus.amount * count,
      rate: bonus.tenths / 10,
      base: bonus.baseSalary,
      sources: [...new Set([bonus.rateSource, bonus.salarySource])].join('; '),
    });
  } catch (error) {
    if (error instanceof CodedError && error.code === 'NOT_IN_FORCE')
      return texts.t(`words.award.bonus.${kind}Missing`);
    throw error;
  }
}

/** Who did something and when: "Trần Quốc Khánh, 09:00 12/12/2026"; empty for what nobody did. */
export async function actWords(
  turn: Turn,
  texts: Texts,
  { act, plan }: { act: Decision['agreed']; plan: Plan },
): Promise<string> {
  if (act === null) return '';
  const at = texts.t('words.at', { at: DateTime.fromISO(act.at, { zone: plan.zone }) });
  return texts.t('words.award.byAt', { by: await nameOf(turn, act.by), at });
}
