import { DateTime } from 'luxon';
import { planNumber } from '../../domain/plan/launch.ts';
import { type LegalText, legalBasisOn } from '../../domain/plan/legal-basis.ts';
import { longDate } from '../../domain/text/paper-words.ts';
import { campaignOf } from '../../model/round/round.ts';
import type { Texts } from '../../ports/texts.ts';
import type { Nomination } from '../../records/nomination.ts';
import type { Loaded } from '../../records/record.ts';
import type { Writing } from './common.ts';

/** From what binds most: the law first, the unit's own plan last. */
const order = ['Luật', 'Nghị định', 'Thông tư', 'Quyết định', 'Chỉ thị', 'Kế hoạch'];
const rank = ({ kind }: Pick<LegalText, 'kind'>): number => (order.includes(kind) ? order.indexOf(kind) : order.length);

/**
 * On what a paper rests, a line each: what gives the competence, the texts in force on its day or when its dossiers came in, the unit's plan, and
 * what precedes it. Each ends with a semicolon, the last with a full stop.
 * @param last what precedes it, such as the minutes
 */
export async function groundLines(
  { turn, texts, plan, on, gaps }: Writing,
  dossiers: readonly Loaded<Nomination>[],
  last: readonly string[],
): Promise<{ text: string }[]> {
  const received = dossiers.flatMap(({ data: { submitted } }) =>
    submitted === null ? [] : [DateTime.fromISO(submitted.at, { zone: plan.zone }).toFormat('yyyy-MM-dd')],
  );
  const law = [...legalBasisOn(plan, { paper: on, received })].sort((a, b) => rank(a) - rank(b));
  // As it was launched; a plan whose file has number and day may be named before.
  const { number, issuedOn } = (await campaignOf(turn))?.data ?? plan.document;
  const known = number === null || issuedOn === null ? '' : `${planNumber(plan, number)} ${longDate(issuedOn)}`;
  const issuer = plan.unit.name;
  const own = texts.t('words.papers.ownPlan', { plan: gaps.fill('plan', known), issuer, movement: plan.title });
  const competence = texts.t('words.papers.competence', { text: gaps.fill('competence', ''), issuer });
  const texted = [competence, ...law.map((text) => cited(texts, text)), own];
  const lines = [...texted.map((text) => texts.t('words.papers.basis', { text })), ...last];
  return lines.map((text, i) => ({ text: `${text}${i === lines.length - 1 ? '.' : ';'}` }));
}

/** In full, as a text is named the first time: a law by its title first. */
function cited(texts: Texts, { kind, number, date, issuer, title }: LegalText): string {
  const isLaw = rank({ kind }) === 0;
  const named = texts.t(`words.papers.${isLaw && /^\p{Lu}/u.test(title) ? 'lawByTitle' : 'lawByNumber'}`, {
    kind,
    title,
    number,
  });
  const on = date === null ? '' : longDate(date);
  const by = isLaw ? '' : texts.t('words.papers.lawOf', { issuer });
  const about = named.includes(title) ? '' : title;
  return [named, on, by, about].filter((part) => part !== '').join(' ');
}
