import type { Plan } from '../../domain/plan/plan.ts';
import { resolveDated } from '../../domain/plan/resolve-dated.ts';
import { isDirector } from '../../domain/policy/posts.ts';
import { longDate } from '../../domain/text/paper-words.ts';
import type { Nominee } from '../../model/dossier/nominees.ts';
import { holders } from '../../model/people/people.ts';
import type { Turn } from '../../pipeline/turn.ts';
import type { PaperData } from '../../ports/papers.ts';
import type { Texts } from '../../ports/texts.ts';
import { type Person, personRecord } from '../../records/person.ts';
import type { Gaps } from './gaps.ts';

/** What papers are written by: the words of papers are Vietnamese, whoever makes them. */
export interface Writing {
  readonly turn: Turn;
  readonly texts: Texts;
  readonly plan: Plan;
  /** `yyyy-MM-dd`, the day of the paper. */
  readonly on: string;
  readonly gaps: Gaps;
}

/** Names of those around a paper, on its day. */
export function namesOf({ plan, on }: Writing): PaperData {
  const { unit } = plan;
  return {
    unitName: unit.name,
    unitShort: unit.shortName,
    officeShort: unit.office,
    parentName: resolveDated(plan.parent, on).name,
    movement: plan.title,
    movementShort: plan.shortTitle,
  };
}

/** "05/TTr-DVVLKH", or what is left open for the register. */
export const numberOf = (number: string, kind: string, symbol: string): string =>
  number === '' ? `……/${kind}-${symbol}` : number;

/** "Khánh Hòa, ngày 05 tháng 12 năm 2026"; the day is left open as long as the paper is not dated. */
export const placeAndDate = (texts: Texts, plan: Plan, on: string | null): string =>
  `${plan.unit.place}, ${dayOrGap(texts, on)}`;

/** "Ông Nguyễn Văn An": never guessed where the roster does not say. */
export const honoured = (texts: Texts, { fullName, gender }: Pick<Person, 'fullName' | 'gender'>): string =>
  `${texts.t(`words.papers.honorific.${gender}`)} ${fullName}`;

/** The same of a candidate, by what was copied when the dossier was sent. */
export function candidateName(texts: Texts, { kind, plainName, nomination }: Nominee): string {
  if (kind === 'department') return plainName;
  const gender = nomination.data.snapshot?.gender;
  const known = gender === 'female' || gender === 'male' ? gender : 'unstated';
  return honoured(texts, { fullName: plainName, gender: known });
}

/** "Chuyên viên, Phòng Tư vấn"; a collective's own name says it already. */
export const positionWords = ({
  kind,
  title,
  departmentName,
}: Pick<Nominee, 'kind' | 'title' | 'departmentName'>): string =>
  kind === 'department' ? '' : [title, departmentName].filter((part) => part !== '').join(', ');

/** @param on `yyyy-MM-dd`; left open as long as a paper is not dated */
export const dayOrGap = (texts: Texts, on: string | null): string =>
  on === null ? texts.t('words.papers.openDay') : longDate(on);

/** "số 05/BB-HĐ ngày 05 tháng 12 năm 2026". @param on `yyyy-MM-dd` */
export const numberAndDay = (texts: Texts, number: string, on: string): string =>
  texts.t('words.papers.numberAndDay', { number, on: longDate(on) });

/** In whose name the unit's papers are signed on the day, two lines at most, and whose name stands below. */
export async function signing({ turn, texts, plan, on, gaps }: Writing): Promise<PaperData> {
  const rows = plan.settings.signing;
  const { mode, title } = rows === undefined ? { mode: 'self' as const, title: '' } : resolveDated(rows, on);
  const [director] = await holders(turn, isDirector);
  const head = (director?.data.title ?? '').toLocaleUpperCase('vi');
  const isOfHead = mode === 'self' || mode === 'acting';
  const name = isOfHead ? (director?.data.fullName ?? '') : await nameWith(turn, title);
  return {
    signsFirst: texts.t(`words.papers.signs.${mode}`, { title: gaps.fill('director', head) }),
    signsSecond: isOfHead ? '' : title.toLocaleUpperCase('vi'),
    signerName: gaps.fill('signer', name),
  };
}

/** The only one who has this title; nobody where several have, or none. */
async function nameWith(turn: Turn, title: string): Promise<string> {
  const found = (await turn.list(personRecord)).filter(({ data }) => data.title === title && data.status !== 'left');
  return found.length === 1 ? (found[0]?.data.fullName ?? '') : '';
}
