import { type CouncilRules, ratioHundredths, voteBase } from '../../domain/council/council.ts';
import type { Texts } from '../../ports/texts.ts';
import type { CouncilSession } from '../../records/council.ts';
import type { Nominee } from '../dossier/nominees.ts';

/** "Tán thành 6, không tán thành 1; 6/7 thành viên, tỷ lệ 85,71 %": the whole figure in words, by the session's own rules. */
export function findingWords(
  texts: Texts,
  session: CouncilSession,
  votes: { agree: number; disagree: number },
): string {
  const base = voteBase(session.rules, session);
  const hundredths = ratioHundredths(votes.agree, base);
  const decimals = String(hundredths % 100).padStart(2, '0');
  return texts.t(`words.council.finding.${session.rules.passOf}`, {
    agree: votes.agree,
    disagree: votes.disagree,
    base,
    percent: `${Math.floor(hundredths / 100)}${texts.t('words.decimalMark')}${decimals}`,
  });
}

/** "Quá 50% tổng số thành viên": what a candidate needs. */
export const passRuleWords = (texts: Texts, { rules }: { rules: CouncilRules }): string =>
  texts.t(`words.council.pass.${rules.passPercent === 50 ? 'moreThan' : 'atLeast'}.${rules.passOf}`, {
    percent: rules.passPercent,
  });

/** "Trưởng phòng, Phòng Tư vấn" for a person, "Tập thể" for a department. */
export const aboutNominee = (texts: Texts, { kind, title, departmentName }: Nominee): string =>
  kind === 'department' ? texts.t('words.council.collective') : [title, departmentName].filter(Boolean).join(', ');
