import type { Plan } from '../../../domain/plan/plan.ts';
import { rowInForce } from '../../../domain/plan/resolve-dated.ts';
import { formatIsoDate } from '../../../domain/text/format.ts';
import { type Block, block, type Source } from './block.ts';

type Text = Plan['legalBasis'][number];

/** For the office: what it must check before it signs, where each figure comes from, and which law is in force (R-001, R-004, R-005 …). */
export function planGrounds(source: Source): Block[] {
  return [
    block({ heading: 'section', label: source.word('grounds') }),
    ...notes(source),
    block({ heading: 'section', label: source.word('legal') }),
    ...legal(source),
  ];
}

function notes({ plan, word, today }: Source): Block[] {
  const { bonus, formLabel } = plan.settings;
  const sources: readonly (readonly [label: string, source: string])[] = [
    ['parent', rowInForce(plan.parent, today).source],
    ...plan.levels.map((level) => [level.name, rowInForce(level.authority, today).source] as const),
    ['quotas', [...new Set(plan.quotas.map(({ source }) => source))].join('; ')],
    ['form', rowInForce(formLabel, today).source],
    ['rates', rowInForce(bonus.rates, today).source],
    ['baseSalary', rowInForce(bonus.baseSalary, today).source],
  ];
  const named = new Set(plan.levels.map(({ name }) => name));
  return [
    ...[plan.document.note, plan.dossier.note].filter((note) => note !== '').map((note) => block({ text: note })),
    ...sources.map(([label, source]) =>
      block({ label: named.has(label) ? label : word(label), text: word('basis', { source }) }),
    ),
  ];
}

const legal = ({ plan, word, today }: Source): Block[] =>
  plan.legalBasis.map((text) =>
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

function validity(text: Text, word: Source['word']): string {
  const from = text.effectiveFrom === null ? word('fromUnknown') : formatIsoDate(text.effectiveFrom);
  return text.effectiveTo === null
    ? word('validFrom', { from })
    : word('validFromTo', { from, to: formatIsoDate(text.effectiveTo) });
}

/** That a note is empty does not mean that anybody looked into the gazette: what is not known to have lapsed is called just that. */
function state(text: Text, today: string, word: Source['word']): Pick<Block, 'chip' | 'tone'> {
  if (text.effectiveTo !== null && text.effectiveTo < today) return { chip: word('expired'), tone: 'attention' };
  if (text.effectiveFrom !== null && today < text.effectiveFrom) return { chip: word('notYet'), tone: 'accent' };
  if (text.note !== '') return { chip: word('checkChip'), tone: 'warning' };
  return { chip: word('inForce'), tone: 'emphasis' };
}
