import type { Plan } from '../../../domain/plan/plan.ts';
import { formatIsoDate } from '../../../domain/text/format.ts';
import { type Block, block, type Source } from './block.ts';

type Text = Plan['legalBasis'][number];

/** Căn cứ pháp lý: validity on the day, and what must be checked against the gazette (R-004, R-005, R-034 … R-036, R-048, R-049). */
export function legal({ plan, word, today }: Source): Block[] {
  return plan.legalBasis.map((text) =>
    block({
      label: word('legalName', { kind: text.kind, number: text.number }),
      text: [
        `${text.issuer}${text.date === null ? '' : `, ${formatIsoDate(text.date)}`}`,
        ...(text.title === '' ? [] : [text.title]),
        validity(text, word),
      ].join('\n'),
      note: text.note,
      ...state(text, today, word),
    }),
  );
}

function validity(text: Text, word: Source['word']): string {
  const from = text.effectiveFrom === null ? word('fromUnknown') : formatIsoDate(text.effectiveFrom);
  return text.effectiveTo === null
    ? word('validFrom', { from })
    : word('validFromTo', { from, to: formatIsoDate(text.effectiveTo) });
}

function state(text: Text, today: string, word: Source['word']): Pick<Block, 'chip' | 'tone'> {
  if (text.effectiveTo !== null && text.effectiveTo < today) return { chip: word('expired'), tone: 'attention' };
  if (text.effectiveFrom !== null && today < text.effectiveFrom) return { chip: word('notYet'), tone: 'accent' };
  if (text.note !== '') return { chip: word('checkChip'), tone: 'warning' };
  return { chip: word('inForce'), tone: 'good' };
}
