import { DateTime } from 'luxon';
import type { Plan } from '../../domain/plan/plan.ts';
import { formatIsoDate } from '../../domain/text/format.ts';
import { authorityOf, awardOf } from '../../model/council/levels.ts';
import type { Nominee } from '../../model/dossier/nominees.ts';
import type { Addressing } from '../../model/people/addressee.ts';
import type { Texts } from '../../ports/texts.ts';
import type { Decision } from '../../records/council.ts';
import type { Loaded } from '../../records/record.ts';
import type { Round } from '../../records/round.ts';

interface ResultOf {
  readonly nominee: Nominee;
  readonly round: Loaded<Round>;
  readonly plan: Plan;
  /** The decision that settled it; undefined for an answer of the parent department that awarded nothing. */
  readonly decision: Loaded<Decision> | undefined;
  /** Whose result it is, as they are spoken to; a collective's is read by its head and deputies. */
  readonly to: Addressing;
  /** `yyyy-MM-dd`, when it is read. */
  readonly today: string;
}

/** What a person concerned reads: awarded, or not this time with the reason typed by the office. Never a count of votes. */
export function resultWords(
  texts: Texts,
  { nominee, round, plan, decision, to, today }: ResultOf,
): { text: string; tone: 'good' | 'emphasis' | 'attention' } {
  const { state, declineReason, council } = nominee.nomination.data;
  const { kind, name } = nominee;
  const facts = {
    ...to,
    name,
    unit: plan.unit.shortName,
    movement: plan.title,
    number: decision?.data.number ?? '',
    on: decision?.data.issuedOn ? formatIsoDate(decision.data.issuedOn) : '',
  };
  const level = decision?.data.level ?? council?.level ?? '';
  const authority = authorityOf(plan, level, decision?.data.issuedOn ?? today);
  const award = awardOf(plan, level);
  switch (state) {
    case 'awarded':
      return {
        text: texts.t(`words.award.told.awarded.${kind}`, {
          ...facts,
          authority,
          award,
          ceremony: ceremony(texts, round, plan),
        }),
        tone: 'good',
      };
    case 'revoked':
      return {
        text: texts.t(`words.award.told.revoked.${kind}`, { ...facts, award, reason: decision?.data.reason ?? '' }),
        tone: 'attention',
      };
    case 'declinedBySo':
      return {
        text: texts.t(`words.award.told.declinedByParent.${kind}`, {
          ...facts,
          authority,
          reason: declineReason,
        }),
        tone: 'emphasis',
      };
    default:
      return {
        text: texts.t(`words.award.told.declined.${kind}`, { ...facts, reason: declineReason }),
        tone: 'emphasis',
      };
  }
}

function ceremony(texts: Texts, round: Loaded<Round>, plan: Plan): string {
  const on = round.data.milestones.find((milestone) => milestone.id === 'ceremony')?.on;
  if (!on) return texts.t('words.award.ceremonyLater');
  return DateTime.fromISO(on, { zone: plan.zone }).toFormat('dd/MM/yyyy');
}
