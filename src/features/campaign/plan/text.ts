import type { Plan } from '../../../domain/plan/plan.ts';
import { type Block, block, type Source } from './block.ts';

type Section = Plan['text'][number];

/** "V (trùng số trong bản gốc). TỔ CHỨC THỰC HIỆN": the plan's own numeral and title; empty for its closing words. */
export function sectionTitle({ numeral, title, remark }: Section): string {
  const said = remark === '' ? numeral : `${numeral} (${remark})`;
  return numeral === '' ? title : `${said}. ${title}`;
}

/** The plan in its own words and its own order, and nothing of ours but the code of each criterion (R-003, R-007 … R-096). */
export function planWords({ plan }: Source): Block[] {
  const codes = criterionCodes(plan);
  return plan.text.flatMap((section) => [
    ...(section.title === '' ? [] : [block({ heading: 'section', label: sectionTitle(section) })]),
    ...section.paragraphs.map((paragraph) =>
      typeof paragraph === 'string'
        ? block({ text: paragraph, chip: codes.get(bare(paragraph)) ?? '' })
        : block({ heading: 'small', label: paragraph.head }),
    ),
  ]);
}

/** Who the plan is sent to and who signs it (R-097 … R-102); the words before them are in the text. */
export function planSigned({ plan, word }: Source): Block[] {
  const { recipients, filing, signatory } = plan.document;
  return [
    block({ label: word('recipients'), text: [...recipients, filing].join('; ') }),
    block({ label: word('signatory'), text: `${signatory.title} ${signatory.name}` }),
  ];
}

const criterionCodes = (plan: Plan): Map<string, string> =>
  new Map(
    Object.values(plan.criteria)
      .flat()
      .map(({ id, text }) => [bare(text), id]),
  );

/** A paragraph without its bullet or its letter. */
const bare = (text: string): string => text.replace(/^(-|[a-z][.)]) /, '');
